import { anyOf } from '../../text/any-of.ts';
import { pattern } from '../../text/pattern.ts';
import { isCounterLine } from './counter-lines.ts';

const FALLBACK = anyOf([
  /^(?:你|您)的(?:器材|设备|裝置|设备|浏览器|瀏覽器)(?:不支持|不支援|无法)/u,
  pattern('iu')`
    ^(?:
      to (?:view|play|watch|listen to|hear) this (?:video|audio|content|clip) please\b
      |your (?:browser|device) (?:does not|doesn[’']t|cannot)|media cannot be played
      |this video (?:cannot|can not) be played|video player is loading
      |we apologi[sz]e, but this video has failed to load|try refreshing your browser, or\b
      |(?:this )?video (?:is )?(?:unavailable|loading)\.?$|javascript (?:is )?(?:required|disabled)
      |please enable javascript
    )
  `,
  /^(?:ваш браузер не поддерживает|tu navegador no|este contenido no está disponible|votre navigateur ne|ihr browser unterstützt)/iu,
  /^(?:no media source currently available|embed share|the code has been copied to your clipboard)/iu,
  /^(?:最后更新|上次更新)：?$/u,
]);

/** Whether a collapsed line is the fallback text of a player that cannot run. */
export function isMediaFallback(text: string): boolean {
  return text.length < 200 && FALLBACK.test(text);
}

const CONTROLS = pattern('iu')`
  ^(?:
    (?:posted|published|updated|asked|answered|modified|edited)?(?: ?on)?
    |last (?:edited|updated|modified):?|viewed [\d.,]+\s?[km]? times|reuse this content
    |share(?: this)?(?: (?:article|story|post|page))?|join the conversation|continue reading(?: below)?
    |story continues below|(?:skip|scroll past) advertisement|read full (?:article|story)
    |show (?:more|less|all)|view (?:all )?comments|leave a comment|tweet|add to calendar|ical|view in browser
    |unsubscribe|view this email in your browser|close|caption|less|(?:\.{3}\s*|…\s*)?more
    |(?:hide|show) caption|(?:no )?comments?:?|\+\d{1,2}
    |kommentare?|commentaires|comentarios|comentários|commenti|комментарии|коментарі
    |(?:
      share|compartilh[ae]|comparti[r]?|partager|teilen|condividi|udostępnij|поделиться|поширити
    )(?: (?:this|via|no|na|en|on|sur|auf|su|в|у))? (?:
      whatsapp|telegram|facebook|twitter|x|e-?mail|linkedin|bluesky|reddit
    )
    |add a comment|post a comment|log in to post comments|advert(?:isement|isements|ising)?|iklan|reklam[ae]?
    |anzeige|werbung|annonse?|annons|advertentie|publicidade?|publicité|pubblicità|mainos|hirdetés|sponsored
    |(?:advertisement )?(?:(?:article|story|post) )?continues? (?:reading )?(?:below|after (?:the |this )?ad\w*)|subscribe|sign up|log ?in|print|email|facebook|twitter
    |whatsapp|telegram|linkedin|reddit|pinterest|copy link|save|listen|loading(?:\.{3}|…)?|memuat(?:\.{3}|…)?
    |listen to (?:this|the) (?:article|story|post)|(?:artikel|beitrag) anhören|écouter (?:l[’']|cet )article|(?:escuchar|escucha) (?:el|este|esta) (?:artículo|noticia)
    |(?:ouvir|ouça) (?:o|a|este|esta) (?:artigo|texto|matéria|notícia)|ascolta (?:l[’']|questo )articolo|收听(?:文章|本文)|听新闻|この記事を聞く|기사 듣기
    |(?:give|gift) (?:this )?article|(?:you have )?\d+ gift articles (?:left|remaining)
    |copyright|xs|sm|md|lg|xl|(?:font|text) size|a a a|schriftgröße|taille du texte|[大中小]字号|字号|字號|广告|廣告|広告|광고
    |إعلان|member-only story|key (?:event|moment|post|update)|pinned(?: post)?|分享|分享到.{0,10}|分享让更多人看到|扫一扫|返回顶部
    |点击(?:查看|阅读)(?:全文|原文|更多)|阅读(?:原文|更多)|打印|收藏|评论|評論|点赞|上一篇|下一篇|返回|关闭|阅读全文|显示全文|会員登録する|ログインして続きを読む|続きを読む
    |アプリで開く|よくある質問はこちら|クリップ|印刷|シェア|ツイート|teilen|drucken|partager|imprimer|compartir|imprimir|condividi|bagikan
    |chia sẻ
  )$
`;

/** "- Advertisement -" */
const DASHES = /^[–—-]+\s+(?=\S.*\s[–—-]+$)|(?<=\S)\s+[–—-]+$/gu;
/** A longer line is no label, in UTF-16 units. */
const MAX_LABEL_UNITS = 40;

/** Whether a collapsed line is only the label of a button or an advertisement, or counters. */
export function isControlLabel(text: string): boolean {
  if (isCounterLine(text)) return true;
  return text.length <= MAX_LABEL_UNITS && CONTROLS.test(/[–—-]$/u.test(text) ? text.replace(DASHES, '') : text);
}

const NOTICE = anyOf([
  /^(?:[【[（(]?\s*(?:(?:打印|列印)(?:本页|此页|本頁)?|关闭(?:窗口|本页)?|關閉(?:視窗|本頁)?|收藏(?:本页)?|返回(?:顶部|上[一]?页|列表)|分享|纠错|我要纠错)\s*[】\]）)]?[\s|｜]*){1,6}$/u,
  /^获取更多RSS\s*[：:]/u,
  /^[（(]?欢迎点击此处订阅.{2,60}(?:邮箱|信箱)。?[）)]?$/u,
  /^©.{0,20}版权声明[：:]/u,
  /^DW中文有Instagram/u,
  /^(?:skip|jump|go|back|return) to (?:the )?(?:main )?(?:content|navigation|menu|search|footer|accessibility shortcuts|comments|video|top)$/iu,
  pattern('iu')`
    ^(?:zum|zur|zu den) .{3,40} springen$
    |^(?:accéder|aller) (?:aux raccourcis|au contenu|à la navigation).{0,30}$
    |^(?:saltar|ir) al contenido.{0,20}$|^(?:vai|salta) al contenuto.{0,20}$
    |^(?:pular|ir) para o conteúdo.{0,20}$|^przejdź do .{3,30}$
    |^(?:ga )?naar (?:de )?(?:inhoud|navigatie).{0,20}$
  `,
  /^(?:this (?:site|website) uses cookies|we use cookies)/iu,
  /^il vous reste [\d.,]+\s*% de cet article à lire/iu,
  /^この記事は(?:有料)?(?:会員限定|(?:会員)?記事)です|^残り\d+文字|^(?:有料)?会員(?:に(?:なる|登録する)と|登録(?:する)?と)/u,
  /^▶?\s*(?:제보는|기사\s?제보)/u,
  /^(?:was this (?:(?:email|newsletter) )?forwarded to you|(?:you (?:are receiving|received) this (?:email|newsletter)))\b/iu,
  pattern('iu')`
    ^(?:
      was this (?:page|article|information|answer) (?:helpful|useful)
      |did you find this (?:page|article|information) (?:helpful|useful)|is this page useful
      |war (?:dieser|diese) .{3,20} hilfreich|cet(?:te)? .{3,20} vous a-t-(?:il|elle) été utile
      |¿(?:te ha resultado|le ha resultado|fue) útil|questo articolo ti è stato utile
      |この(?:記事|ページ|情報)は(?:お)?役に立ちましたか|(?:本页|本文|此页|这个页面|本頁|這個頁面).{0,8}(?:有帮助|有幫助|有用)吗?
    )[^.。]{0,24}$
  `,
  /^this (?:article|story) is more than \d+ (?:months?|years?) old\.?$/iu,
  /^our standards:\s/iu,
  /^(?:责任编辑|責任編輯|责编|責編|编辑|編輯)\s*[：:]$/u,
  /^this (?:audio|narration|voiceover) (?:is|was) (?:(?:auto|ai|machine)-?\s?)?generated\b.{0,80}$/iu,
  /^(?:有料|会員限定|会員)(?:会員)?(?:限定)?記事$/u,
  /^(?:کد خبر|کد مطلب|شناسه خبر|لینک کوتاه|رمز الخبر)\s*[:：]?\s*[\p{Nd}\w./:-]*$/u,
  /^(?:get|enjoy) (?:unlimited|full) (?:digital )?access\b/iu,
  /^(?:you have|you[’']ve) (?:reached|used) (?:your|all).{0,40}free articles/iu,
  /^(?:already a subscriber\?|to continue reading,? (?:subscribe|log in|sign in|register))/iu,
  /^©.{1,80}permalink.{0,200}(?:no )?comments?/isu,
]);
/** A notice that may begin with other words. */
const NOTICE_INSIDE = /feed enhanced by better feed|get_post_time\('Y'\)|\bcancel any ?time\.?$/iu;
/** "harbour.jpg 1200x800 310 KB" */
const FILE = /^[^/\n]{1,80}\.?(?:jpe?g|png|gif|webp|avif)?\s?\d{2,5}\s?[×x]\s?\d{2,5}\s[\d.,]+\s?[KM]B$/u;

/** Whether a collapsed paragraph is a notice that a site or a feed adds to every article. */
export function isSiteNotice(text: string): boolean {
  if (text.length >= 600) return false;
  return NOTICE.test(text) || NOTICE_INSIDE.test(text) || (text.endsWith('B') && FILE.test(text));
}
