import { anyOf } from '../../text/any-of.ts';
import { isAboutAuthor } from '../../text/bylines.ts';
import { isDateLine } from '../../text/date-lines.ts';
import { pattern } from '../../text/pattern.ts';

/** How requests, thanks to the readers and what they can tune in to begin. */
const REQUEST = anyOf([
  /^(?:thanks?|thank you)(?: so much| very much)? for reading\b.{0,160}(?:shar|subscrib|support|newsletter|follow)/iu,
  /^(?:this post is public|feel free to share|share this post|(?:please )?(?:like|share),? (?:and|or|&) (?:share|subscribe))\b.{0,120}$/iu,
  /^a version of this (?:article|story|column|review|obituary) (?:appears|appeared|ran|was (?:first )?published) (?:in|on)\b/iu,
  /^(?:subscribe|sign up|upgrade|become a (?:free|paid) subscriber|become a member)\b (?:to|for|now|here|today).{0,140}$/iu,
  /^(?:download|get) (?:the|our) .{0,40}\bapp\b.{0,60}$/iu,
  /^check out (?:more|our|all)\b.{0,60}$/iu,
  /^(?:follow|like|find|join) us on (?:facebook|twitter|x|instagram|telegram|whatsapp|google news|youtube|linkedin)\b.{0,80}$/iu,
  // Another language of the same article.
  /^(?:[请請]|[欢歡]迎)?(?:(?:点击|點擊|点选|點選|点此|點此)?(?:此处|此處|这里|這裡)?(?:查看|阅读|閱讀|浏览|瀏覽)(?:本文|此文|原文|文章)?|(?:点击|點擊|点选|點選)?(?:本文|此文|原文|文章))的?\p{Script=Han}{1,3}[文语語体體](?:原文|原版|版本?|报道|報道|報導)[。.]?$/u,
  pattern('iu')`
    ^[\p{P}\s]*(?:
      (?:(?:click here to|you can) )?(?:read|view|see(?= th)) (?:(?:this|the) (?:(?:original )?(?:article|story|post|text|piece|version)|page)|(?:the )?original|it)?\s?in (?-i:\p{Lu})\p{L}+(?:,? (?:and |or )?(?-i:\p{Lu})\p{L}+){0,6}(?: here)?
      |(?:leer|lea|lee) (?:(?:este|el) (?:artículo|texto) |la versión )?en (?:inglés|español|francés|chino|portugués|catalán)
      |(?:lire|lisez) (?:(?:cet|l[’']) ?article |la version (?:originale )?)?en (?:anglais|français|espagnol|chinois|arabe)
      |(?:lesen sie |lies )?(?:diesen (?:artikel|text|beitrag) |die version )?auf (?:englisch|deutsch|französisch)(?: lesen)?
      |leia (?:(?:este artigo|o texto) )?em (?:inglês|português|espanhol)|leggi (?:(?:l[’']articolo|il testo) )?in (?:inglese|italiano)
      |читать (?:(?:эту )?статью |текст )?на (?:английском|русском|украинском)(?: языке)?
      |читати (?:статтю |текст )?(?:англійською|українською|російською)
    )[\p{P}\s]*$
  `,
  pattern('iu')`
    ^(?:
      ακολουθήστε μας|ακολουθήστε το|bizi takip edin|takip edin|obserwuj nas|śledź nas|polub nas|sledujte nás
      |urmărește-ne|kövess minket|volg ons|følg oss|följ oss|seuraa meitä|ikuti kami
      |theo dõi (?:chúng tôi|fanpage)|تابعونا|تابعنا|עקבו אחרינו
      |हमें (?:फॉलो|.{2,20} (?:पर|पे) (?:फॉलो|लाइक|जॉइन))
    )(?!\p{L}).{0,80}$
    |^ติดตาม(?:เรา|ข่าว).{0,80}$
  `,
  /^(?:listen to|subscribe to) (?:this|the|our) (?:podcast|episode|newsletter|channel)\b.{0,120}$/iu,
  /^(?:(?:jump|skip) to (?:the )?(?:recipe|video)|(?:print|pin|rate|save|view)(?: the| this)? recipe)(?:[\s|·•–-]+(?:(?:jump|skip) to (?:the )?(?:recipe|video)|(?:print|pin|rate|save|view)(?: the| this)? recipe))*$/iu,
  /^(?:(?:(?:did|have) you )?(?:make|made|tr(?:y|ied)|cook(?:ed)?|bak(?:e|ed))|making) (?:this|it)\b.{0,40}\?.{0,40}\b(?:tag|mention|comment|rat(?:e|ing)|share|let (?:me|us) know)\b.{0,80}$/iu,
  /^(?:listen|subscribe|watch|available|find us)\b.{0,30}\b(?:on|in|via|wherever)\b.{0,60}\b(?:spotify|podcasts?|youtube|soundcloud)\b.{0,40}$/iu,
  /^(?:subscribe|sign up|register|log in) (?:to|and) (?:keep|continue) reading\b.{0,60}$/iu,
  /^(?:感谢|感謝|谢谢|謝謝)(?:您|你|大家)?(?:的)?(?:阅读|閱讀|收看|收听|观看|关注).{0,60}(?:订阅|訂閱|关注|關注|分享|转发)/u,
  /^(?:[请請]|欢迎|歡迎)?(?:点击|點擊|點选|长按|長按|扫描|掃描|识别)(?:此处|此處|这里|這裡|下方|上方|链接|二维码|QR)(?!(?:观看|觀看|收看|收听|收聽)\p{L}{4}).{0,30}$/u,
  /^(?:扫一扫|掃一掃|扫码|掃碼).{0,30}$/u,
  /^(?:欢迎|歡迎)(?:扫码|关注|關注|订阅|訂閱|转发|轉發|分享|加入).{0,50}$/u,
  /^(?:下载|下載|打开|打開).{0,12}(?:APP|App|客户端|應用程式|应用).{0,30}$/u,
  /^(?:підписуйтесь|підпишіться|підписуйся|подпишитесь|подписывайтесь|подпишись|читайте нас|приєднуйтесь|присоединяйтесь)\s.{0,60}(?:канал|розсилк|рассылк|telegram|телеграм|viber|whatsapp|facebook|instagram|google|youtube|дзен|новин|новост).{0,60}$/iu,
  pattern('iu')`
    ^(?:found|spotted|noticed|see) an? (?:error|mistake|typo)\?.{0,120}$
    |^(?:
      ¿(?:has )?encontra(?:do|ste) (?:un|algún) error|encontrou (?:um|algum) erro|fehler (?:gefunden|entdeckt)
      |vous avez (?:repéré|trouvé|relevé) une (?:erreur|faute)|hai (?:trovato|notato) un (?:errore|refuso)
      |(?:za|wy)uważy(?:łeś|łaś|li państwo) błąd|hata (?:mı )?(?:buldunuz|gördünüz)(?: mu)?|מצאתם טעות
      |(?:هل )?وجدت خطأ
    )\s?[?؟].{0,120}$
  `,
  /^(?:нашли|заметили|знайшли|побачили|помітили) (?:ошибку|опечатку|помилку).{0,120}$|^(?:якщо ви (?:знайшли|помітили|виявили) помилку|если вы (?:нашли|заметили|обнаружили) (?:ошибку|опечатку)).{0,120}$/iu,
  /^(?:suscr[íi]b(?:ete|ase)|inscreva-se|assine|abbonati|abonnez-vous|abonnieren sie)\b.{0,16}\s(?:para|per|pour|um)\s.{0,20}(?:leyendo|leer|ler|lendo|leggere|lire|weiterzulesen).{0,24}$/iu,
  pattern('iu')`
    ^(?:
      suscr[íi]b(?:ete|ase)|síguenos|síganos|únete|inscreva-se|assine|siga-nos|siga o|iscriviti|seguici
      |abonnez-vous|inscrivez-vous|suivez-nous|rejoignez|abonnieren sie|folgen sie uns|melden sie sich
      |abone ol\p{L}*|bizi takip
    )\s.{0,60}(?:
      newsletter|boletín|boletim|canal|canale|kanal|whatsapp|telegram|facebook|instagram|twitter|google|youtube
      |redes|social|lettre|bülten
    ).{0,80}$
  `,
  pattern('iu')`
    ^(?:(?:chcesz|хочете|хотите|want|wollen sie|vous voulez|quer|quieres|vuoi)\b.{0,60}\?\s*)?(?:
      zapisz się|zaprenumeruj|prihlás(?:te|te)? sa|přihlaste se|iratkozzon fel|abonează-te|prenumerera|tilaa
      |tegn abonnement|meld je aan|abonneer je
    )\s.{0,60}(?:
      newsletter\w*|kanal\w*|whatsapp|telegram|nyhetsbrev\w*|nieuwsbrief|uutiskirje|hírlevél\w*
    )\b.{0,60}$
  `,
  /^(?:此文|本文)?(?:限时|限時)(?:免费|免費)阅?.{0,8}[。！]?(?:感谢|感謝)?.{0,30}$/u,
  /^(?:微信扫一扫|微信掃一掃|长按(?:识别|扫码)|预览时标签不可点|轻触阅读原文|继续滑动看下一个|喜欢此内容的人还喜欢|喜欢作者|人划线|在小说阅读器中沉浸阅读).{0,24}$/u,
  /^(?:(?:喜欢|觉得不错|好看).{0,8}(?:[，,！!]|就))?(?:别忘了?|记得|请|求|欢迎)?(?:点|點|戳)一?[个下亮][“"「]?(?:在看|赞|讚|分享|小心心)[”"」]?(?:[，,].{0,20})?[！!~。]?$/u,
  /^[※★☆●◎▲].{0,24}(?:提醒您|關心您|关心您|關懷您|請勿|请勿|未滿十八歲|警語).{0,60}$/u,
  /^(?:この記事を|記事を)?(?:シェア|フォロー)(?:する|して).{0,30}$/u,
  /^(?:tune in|watch|listen)\b.{0,60}\b(?:every|weekdays|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\b.{0,60}$/iu,
]);
/** What is not at the start. Each begins with its rarest words, since a search for them is fast, and looks back how far from the start they are. */
const LATER_REQUESTS = [
  /(?:尽在|盡在)(?<=^.{4,27}).{1,16}(?:APP|app|App|客户端|客戶端|公众号|公眾號)。?$/u,
  /(?:报料|爆料|投稿|商务合作|商務合作|联系(?:电话|邮箱)|新闻热线|新聞熱線)(?<=^.{0,16})(?:电话|热线|邮箱|方式)?\s*[：:]\s*[\w@.+()（）、，, -]{5,80}$/u,
  /(?:立即|马上|馬上|即刻)(?:下载|下載|安装|安裝)(?<=^.{0,28}).{0,12}(?:APP|App|app|客户端|應用程式|应用).{0,60}$/u,
  /\bis a reader-supported (?:publication|newsletter)\b|\bback to video$/iu,
  /(?:敬请|敬請|欢迎|歡迎|请|請)(?:收看|收听|收聽|锁定|鎖定|留意收[看听聽])(?<=^.{0,66}).{0,20}$/u,
  /\bairs? (?<=^.{0,65})(?:every|each|on|weekdays|daily)\b.{0,80}$/iu,
  // On which days a Chinese programme is broadcast.
  /(?:每|逢)(?:个|個)?(?:星期|周|週|礼拜|天|晚|日)(?<=^[^。！？]{0,44})[^。！？》]{0,40}(?:播出|首播|与您见面|與您見面)(?:[，,；][^。！？]{0,24})?[。！]?$/u,
  /(?:每|逢)(?:个|個)?(?:星期|周|週|礼拜|天|晚|日)(?<=^[^。！？]{0,44})[^。！？》]{0,40}(?:播放|直播|更新)(?:[，,；][^。！？]{0,24})?[。！]?$(?<=(?:节目|節目|栏目|欄目|频道|頻道|本台|我们|我們).*)/u,
];
/** Whose opinion it is, and who may copy it. */
const DISCLAIMERS = [
  /^(?:以上|文中|文章|本文|此文|内容|內容|摘编自|摘編自|摘译自|摘譯自|转载自|轉載自)(?:[^，,。]{0,16}[，,])?[^，,。]{0,8}(?:不代表|並不代表|并不代表)[^，,。]{2,16}(?:立场|立場|观点|觀點)(?:[或和及与與、][^，,。]{2,6})?。?$/u,
  /^[^。]{2,16}(?:致力于|致力於)(?:为|為)(?:您|读者|讀者|大家)提供[^。]{4,60}。[^。]{0,24}(?:仅|僅)代表[^。]{2,24}。?$/u,
  /(?:不代表|並不代表|并不代表|不反映|未必代表)(?:本|我)(?:台|臺|报|報|网|網|刊|社|站|平台|公司|媒体|號|号)/u,
  /提供(?:信息|資訊|内容)(?:存储|存儲|发布|發佈)(?<=[仅僅]提供.{4})/u,
  /(?:仅|僅|纯属|純屬)(?<=^.{0,32})(?:是|为|為|代表|反映)?(?:作者|个人|個人|其|本人|嘉宾|来宾).{0,20}(?:观点|觀點|意见|意見|立场|立場|看法)/u,
  /(?:观点|觀點|内容|內容)(?:仅|僅|只)代表(?<=^.{0,13})(?:作者|其)?(?:本人|个人|個人)?(?:[，,。].{0,60})?$/u,
  /^(?:the )?(?:views|opinions)(?: and (?:views|opinions))?(?: that are)? expressed\b.{0,200}\b(?:author|own|necessarily|do not|does not|are those)\b/iu,
  /^(?:las opiniones expresadas|les opinions exprimées|die (?:hier |in diesem \S+ )?geäußerten (?:meinungen|ansichten)|le opinioni espresse|as opiniões expressas|мнение (?:автора|редакции)|думка (?:автора|редакції))\b/iu,
  /(?:無断(?:転載|複製|使用)|无断转载|禁(?:无|無)断|禁止(?:转载|轉載)|[未非]经(?:授权|许可).{0,4}(?:不得|不可|请勿|勿|禁止|严禁|谢绝).{0,10}(?:转载|使用)|[未非]經(?:授權|許可).{0,4}(?:不得|不可|請勿|勿|禁止|嚴禁|謝絕).{0,10}(?:轉載|使用)|무단\s?전재|저작권자|転載を禁)/u,
  /^(?:(?:copyright\s*)?(?:©|\(c\)|ⓒ)|copyright\b|版权所有|版權所有|all rights reserved)/iu,
];
/** A line that quotes somebody is news, not a disclaimer. */
const QUOTATION = /[“「][^”」]{8,}[”」]/u;
const MAX_REQUEST_UNITS = 220;
const MAX_DISCLAIMER_UNITS = 160;

/** Whether a whole collapsed paragraph is addressed to the readers instead of telling them something: a request, a programme, a disclaimer. */
export function isNotice(text: string): boolean {
  if (text.length > MAX_REQUEST_UNITS) return false;
  const matches = (pattern: RegExp) => pattern.test(text);
  if (REQUEST.test(text) || LATER_REQUESTS.some(matches)) return true;
  if (text.length > MAX_DISCLAIMER_UNITS || !DISCLAIMERS.some(matches)) return false;
  return !isAboutAuthor(text) && !QUOTATION.test(text);
}

/** The fields of the line above a Chinese notice: date, source, font size, print, counters. */
const META_FIELDS = [
  /(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?/u,
  /(?:来源|來源|稿源)\s*[：:]|发布(?:机构|单位|者)\s*[：:]|信息来源/u,
  /(?:字体|字號|字号|字體)(?:大小)?\s*[：:]|[【[（(]?大\s*中\s*小/u,
  /打印|列印|关闭窗口|關閉視窗|收藏|分享到/u,
  /(?:浏览|瀏覽|点击|點擊|阅读|閱讀|访问)(?:次数|次數|量|数)\s*[：:]?/u,
  /索引号/u,
  /文\s?号\s*[：:]|发文字号|主题分类|主题词|成文日期|公开(?:方式|类别|形式)|发文机关|有效性\s*[：:]/u,
  /(?:发布|發佈|發布|更新)(?:时间|時間|日期)\s*[：:]|日期\s*[：:]|时间\s*[：:]/u,
  /(?:作者|[记記]者|编辑|編輯)\s*[：:]/u,
];
const MAX_META_UNITS = 140;

/** "发布于 2021-05-03 18:00・IP 属地海港" */
const POSTED =
  /^(?:首发于|(?:最后)?(?:发布|编辑|发表|更新)于)\s*(?:19|20)\d\d[-/.年][\d\s:：日月/.-]{2,20}(?:[·・，,\s]*IP\s?属地\s?[：:]?\s?\p{Script=Han}{1,6})?$|^IP\s?属地\s?[：:]?\s?\p{Script=Han}{1,6}$/u;

/** "answered 3 years ago": when somebody wrote a part of a page. */
const WHEN_WRITTEN =
  /^(?:asked|answered|edited|replied|commented|posted|perguntad[ao]|respondid[ao]|editad[ao]|preguntad[ao]|formulad[ao]|задан|ответ дан|изменён|gefragt|beantwortet|bearbeitet)(?!\p{L})/iu;

/** "Joined: May 2012", "Posts: 1,204": what a forum says of a member beside a post. */
const MEMBER =
  /^(?:joined|join date|member since|registered(?: on)?|(?:total )?(?:posts|messages|threads)|reaction score|likes received|karma|reputation|registriert(?: seit)?|mitglied seit|beiträge|inscrit(?:e)? le|mensajes|registrado|注册时间|註冊時間|帖子|积分|積分)\s*[:：]\s*(?=.*\d)[\p{L}\d.,:/\s-]{1,24}$/iu;

/** "- END -", "（完）" */
const END_MARK =
  /^[-—–=*~\s]{1,12}(?:the end|end|fin|完)[-—–=*~\s]{1,12}$|^[（(【[]\s*(?:end|完|全文完|正文完|本文完|未完待续)\s*[）)】\]]$|^[-—–=*~\s]{0,12}(?:END|全文完|正文完|本文完)[-—–=*~\s]{0,12}$|^انتهای پیام\s*[/\\.]?$|^\/?انتهى\/?$/u;
const MINUTES = '(?:about |約|约|ca\\. )?\\d{1,3}[\\s-]*(?:min(?:ute)?[sn]?\\.?|minutos?|分钟|分鐘)';
const READING_TIME = new RegExp(
  `^(?:reading time|read time|lesezeit|(?:temps de )?lecture|(?:tiempo de )?lectura|(?:tempo di )?lettura|(?:tempo de )?leitura|阅读时间|閱讀時間)\\s*[:：]?\\s*${MINUTES}$|^${MINUTES}\\s*(?:read(?:ing)?(?: time)?|lesezeit|de lecture|de lectura|阅读|閱讀)$`,
  'iu',
);

/** Faster than dividing each paragraph into its parts. */
const MAY_BE_MINUTES = /(?:min|分)(?<=\d[\s-]*(?:min|分))/iu;

/** Whether a line only says how long reading takes, perhaps with the date. */
function isReadingTime(line: string): boolean {
  if (!MAY_BE_MINUTES.test(line)) return false;
  const parts = line.split(/\s*[·•|]\s*/u).filter((part) => part !== '');
  return (
    parts.some((part) => READING_TIME.test(part)) && parts.every((part) => READING_TIME.test(part) || isDateLine(part))
  );
}

/** Whether a line only lists the source, date, font sizes, print links and counters of a page. */
export function isMetaLine(line: string): boolean {
  if (POSTED.test(line) || END_MARK.test(line) || isReadingTime(line)) return true;
  if ((WHEN_WRITTEN.test(line) && isDateLine(line)) || MEMBER.test(line)) return true;
  if (line.length > MAX_META_UNITS || !/\p{Script=Han}/u.test(line) || /[。！？]/u.test(line)) return false;
  const fields = META_FIELDS.filter((field) => field.test(line)).length;
  return (
    fields >= 3 ||
    (fields === 2 && /(?:来源|來源|稿源)\s*[：:]|索引号|发文|大\s*中\s*小|打印|列印|次[数數]/u.test(line))
  );
}

/** A line of equal signs, dashes or stars. */
const RULE = /^\s*(?:[=＝_*~—–\-·.#＊※☆★]\s*){3,}$/u;

/** Whether a line is drawn with characters instead of written. */
export function isRule(line: string): boolean {
  return line.length < 400 && RULE.test(line);
}
