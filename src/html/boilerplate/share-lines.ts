import { pattern, patternSource } from '../../text/pattern.ts';

/** Services on which articles are shared, in one kind of script each, as the source of a regular expression. */
const SERVICES = [
  patternSource`
    facebook(?: messenger)?|messenger|instagram|(?:x ?[(/] ?)?twitter\)?|x(?:\.com)?(?: ?[(/] ?twitter\)?)?
    |whats ?app|telegram|linked-?in|reddit|pinterest|tumblr|bluesky|mastodon|threads|signal|viber|flipboard
    |pocket|xing|skype|line(?:で送る)?|tiktok|google news|apple news
  `,
  'вконтакте|vk(?:ontakte)?|одноклассники|телеграм|фейсбук|вайбер',
  '微信(?:好友|朋友圈)?|朋友圈|新浪微博|微博|qq(?:空间|空間|好友)?|豆瓣|人人网|知乎|臉書|脸书|推特',
  'はてな(?:ブックマーク)?|ポスト|noteで書く|카카오(?:톡|스토리)|페이스북|트위터|네이버(?:밴드| ?블로그)?|밴드|라인',
  'فيسبوك|واتساب|تويتر|تلغرام|تيليجرام|لينكد ?إن|פייסבוק|טוויטר|וואטסאפ',
];
/** What only such a line offers beside them: without one, it may be a list of companies. */
const ACTIONS = [
  patternSource`
    (?:copy|get) (?:the )?(?:link|url)|(?:link|url) (?:copied|kopieren|copy)!?|link kopiert
    |copiar (?:el )?(?:enlace|link|url)|enlace copiado|copiar liga|copier le lien|lien copié|copia(?: il)? link
    |kopieer(?: de)? link|kopier(?:a)? (?:lenken?|länk(?:en)?|link(?:et)?)|kopioi linkki|kopiuj (?:link|adres)
    |skopiuj link|zkopírovat odkaz|kopírovat odkaz|link másolása|copiază link(?:ul)?|bağlantıyı kopyala
    |linki kopyala|salin (?:tautan|link)|sao chép (?:liên kết|link)|скопировать ссылку|копировать ссылку
    |(?:с)?копіювати посилання|αντιγραφή συνδέσμου
  `,
  '复制(?:链接|网址)|複製(?:連結|網址)|リンクをコピー|urlをコピー|url ?복사|링크 ?복사|نسخ الرابط|העתק(?:ת)? קישור',
  patternSource`
    share(?: (?:this|the))?(?: (?:article|story|post|page|news))?(?: (?:on|via|by|to|with))?
    |(?:artikel |beitrag )?teilen(?: (?:auf|per|über|via))?|auf
    |partager(?: (?:sur|par|via|l[’']article|cet article))*|compartir(?: (?:en|por|vía|esta noticia|artículo))*
    |compartilh(?:ar|e)(?: (?:esta notícia|este artigo|este conteúdo))?(?: (?:no|na|via|por|pel[oa]|em))?
    |partilhar|condividi(?: (?:su|via|articolo))*|del(?:a|en?|n)?(?: (?:op|via|på))?|jaa|udostępnij
    |podziel się|sdílet|zdieľať|megosztás|distribuie|paylaş|bagikan|chia sẻ|поделиться|поширити|κοινοποίηση
    |分享(?:到|至|给|給)?|シェア(?:する)?|공유(?:하기)?|شارك|مشاركة|שתף
  `,
  '(?:via |per |par |por )?(?:e-?mail|correo|courriel|sms)|print|drucken|imprimer|imprimir|stampa|打印|列印|印刷|인쇄',
];
const PART = new RegExp([...ACTIONS, ...SERVICES].join('|'), 'giu');
/** Fails at once for nearly all text. */
const START = new RegExp(`^[^\\p{L}\\p{N}]*(?:${PART.source})`, 'iu');
const HAS_ACTION = new RegExp(`(?<!\\p{L})(?:${ACTIONS.join('|')})`, 'iu');
const SHARE_THIS = pattern('iu')`
  ^(?:
    share this (?:article|story|post|page)|(?:diesen )?(?:artikel|beitrag) teilen
    |partage[rz] (?:cet |l[’'])article|compart(?:ir|e) (?:este |esta |el |la )?(?:artículo|noticia|nota)
    |compartilh(?:ar|e) (?:este |esta |o |a )?(?:artigo|notícia|matéria)|condividi (?:questo |l[’'])articolo
    |deel dit (?:artikel|bericht)|udostępnij (?:ten )?(?:artykuł|wpis)|haberi paylaş
    |bagikan (?:artikel|berita) ini|chia sẻ bài viết(?: này)?|поделиться (?:статьёй|статьей|новостью)
    |κοινοποίηση άρθρου|この記事を(?:シェア|共有)(?:する)?|(?:이 )?기사 공유(?:하기)?|شارك (?:المقال|الخبر)|שתפו את הכתבה
  )[\s:：!.]*$
`;
const MAX_UNITS = 240;
const MIN_PARTS = 2;

/** Whether a line or a whole list only offers to share the article: "Share: Facebook X WhatsApp Copy link". */
export function isShareLine(text: string): boolean {
  if (SHARE_THIS.test(text)) return true;
  if (text.length > MAX_UNITS || !START.test(text) || /[.。!?！？]\s/u.test(text)) return false;
  if (!HAS_ACTION.test(text)) return false;
  // Buttons in a row may follow each other without a space.
  return (text.match(PART)?.length ?? 0) >= MIN_PARTS && !/[\p{L}\p{N}]/u.test(text.replace(PART, ' '));
}
