import { formatRequest } from '../phrase/format-request.ts';
import { parseRequest } from '../phrase/parse-request.ts';
import { parseDays, parseTimes } from '../phrase/parse-times.ts';
import { readEdit } from '../phrase/read-edit.ts';
import { parseSince } from '../schedule/parse-since.ts';
import { parseNumber, withoutPoliteness } from './parse-number.ts';

/** What words without a slash mean. */
export interface PlainCommand {
  name: string;
  input: string;
  /** It changes something, so it is only offered. */
  isOffer: boolean;
}

const MAX_CHARS = 200;
const ENDS = '[\\s?？!！.。~～]*$';
const OPEN = '(?:(?:open|read|see|(?:show|give)(?: me)?|我要看|打开|打開|阅读|閱讀|看看?|读|讀)\\s*)?';
const ORDINALS = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
const ORDINAL = `the (?:${ORDINALS})(?: (?:one|article|story))?|(?:${ORDINALS}) (?:one|article|story)`;
/** Whole messages, and the command that each means. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    phrase(
      'help|help me|(?:hi|hello|hey)(?: there| bot)?|good (?:morning|afternoon|evening)|thanks?(?: you)?(?: (?:so|very) much| a lot)?|谢谢你?|謝謝你?|多谢|多謝|唔該|早上好|早安|bonjour|merci|hola|gracias|hallo|guten (?:tag|morgen)|danke|ciao|grazie|olá|obrigad[oa]|привет|здравствуйте|спасибо|привіт|дякую|merhaba|teşekkürler|こんにちは|ありがとう(?:ございます)?|안녕하세요|감사합니다|شكرا|xin chào|cảm ơn|halo|terima kasih|नमस्ते|धन्यवाद|how (?:do|does|can|to) (?:i|this|it|you)?\\s*(?:use|work|start).*|how (?:do|can) i (?:change|set|move|add|remove|delete|stop|pause|turn)(?: (?:the|my|a|an|it|off|on|up|to))* (?:time|hours?|days?|(?:time )?zone|language|topics?|schedule|digests?|subscriptions?|settings?|sound|notifications?).{0,20}|(?:怎么|怎麼|怎样|怎樣|如何|点样|點樣)(?:才能|可以)?(?:改|更改|修改|设置|設定|設置|调整|調整)(?:推送|文摘)?(?:的)?(?:时间|時間|时区|時區|语言|語言|主题|主題).{0,5}|what can (?:you|i) do.*|(?:who|what) are you|你是[谁誰]|你是什[么麼]|你好|您好|嗨|怎么用|怎麼用|如何使用|怎样用|使用说明|使用說明|帮帮我|幫幫我|你能做什么|你能做什麼|有什么功能|aide|hilfe|ayuda|ajuda|aiuto|помощь|помоги|مساعدة|مرحبا|yardım|ヘルプ|使い方|도움말',
    ),
    '/help',
  ],
  [
    phrase(
      '(?:please )?(?:stop|unsubscribe)(?: me| it| this| everything| all)?(?: please)?|stop (?:sending|messaging|it|this|the|all|my).*|no more(?: .*)?|cancel(?: my| the| all)*(?: subscriptions?)?|(?:我要|我想|帮我|幫我)?(?:取消订阅|取消訂閱|退订|退訂)(?:全部|所有)?|(?:不要|别|別)(?:再)?(?:发|發|推送?|给我发|給我發)了?|停止(?:推送|订阅|訂閱|发送)?|取消|(?:我)?(?:不想|唔想)(?:再)?(?:收|看|睇|要)(?:到)?(?:了|喇)?|唔要喇|不要了|唔使再?send(?:了|喇)?|(?:se )?désabonner|désinscription|abbestellen|cancelar(?: (?:la )?suscripción| (?:a )?assinatura)?|darme de baja|annulla(?: iscrizione)?|отписаться|отпишись|стоп|відписатися|إلغاء الاشتراك|توقف|구독 취소|購読解除|(?:aboneliği )?iptal(?: et)?|hủy đăng ký|berhenti(?: berlangganan)?|सदस्यता रद्द करें',
    ),
    '/unsubscribe',
  ],
  [
    phrase(
      "(?:when|what time)(?: is|’s|'s| does| will| comes?)* (?:the |my )?next (?:digest|one|delivery|edition)(?: (?:come|arrive|due|coming|out))?|(?:so )?why (?:did|do|have|has|is|was|am|didn[’']t|haven[’']t|don[’']t)(?: i| there)?(?: not)? (?:get|got|getting|receive|receiving|received)?(?: |(?<= ))(?:nothing|anything|no digest|any digest|my digest)(?: .{0,20})?|i (?:got|received) (?:nothing|no digest)(?: .{0,20})?|下一?(?:次|期|份)?(?:文摘)?(?:是|会|會)?(?:在)?(?:什么时候|什麼時候|何时|何時|几点|幾點|几时|幾時)(?:发|發|来|來|推送|有)?|(?:什么时候|什麼時候|何时|何時|几点|幾點|几时|幾時)(?:会|會|才)?(?:发|發|推送|有|收到)(?:下一?[次期份]|文摘|给我|給我)?|(?:今天|今日|昨天)?(?:我)?(?:为什么|為什麼|怎么|怎麼|点解|點解)(?:我|今天|今日|还|還)*(?:没有?|沒有?|冇)(?:收到|推送|文摘|发给我|發給我|send)(?:文摘|任何东西|任何東西|呢|啊)?|wann kommt (?:die|das|der) nächste (?:ausgabe|zusammenfassung)|quand (?:vient|arrive) (?:le prochain (?:résumé|envoi)|la prochaine édition)|cuándo (?:llega|viene) el próximo resumen|когда (?:будет )?следующий (?:выпуск|дайджест)|коли (?:буде )?наступний (?:випуск|дайджест)",
    ),
    '/status',
  ],
  [
    phrase(
      "(?:please )?(?:stop|don[’']t|do not|no longer) (?:sending|send|giving|give)(?: me)? (?:any )?(?:more )?(.{2,40}?)(?: news| articles| stories)?(?: please)?|unsubscribe(?: me)?(?: from)? (.{2,40}?)(?: please)?|(?:(?:can|could|would) you |please )*(?:stop|end|cancel|remove|delete|drop) (?:the |my )?(.{2,30}?) (?:ones?|digests?|subscriptions?|updates)(?: please)?|(?:取消|退掉|停掉|去掉|删掉|刪掉|删除|刪除)(第[一二三四五六七八九十\\d]{1,2}[个個条條项項])(?:订阅|訂閱)?|(?:退订|退訂|取消订阅|取消訂閱)\\s*(.{2,20})|(?:请|請)?(?:不要|别|別)(?:再)?(?:给我|給我)?(?:发|發|推送?|推播)(.{2,20}?)(?:的)?(?:新闻|新聞|文章|消息)?了?",
    ),
    '/unsubscribe $1',
  ],
  [
    phrase(
      '(?:i (?:want|would like|’d like) to|how (?:do|can) i|我[要想]|想要?|怎么|怎麼|如何)(?: )?(?:subscribe|订阅|訂閱)',
    ),
    '/help subscribe',
  ],
  [
    phrase(
      'how (?:do|can) i (?:unsubscribe|cancel|stop)(?: (?:it|this|that|these|the digests?))?|(?:怎么|怎麼|怎样|怎樣|如何|点样|點樣)(?:才能|可以)?(?:取消|退订|退訂|停止)(?:订阅|訂閱|推送)?',
    ),
    '/help unsubscribe',
  ],
  [
    phrase('what (?:did|have) i miss(?:ed)?|catch me up|(?:我)?(?:错过|錯過)了?(?:什么|什麼|哪些)(?:新闻|新聞|文章)?'),
    '/digest',
  ],
  [
    phrase(
      "what[’']?s (?:new|happening|going on|up)(?: today)?|what is new(?: today)?|(?:any|is there(?: any)?) (?:new|news)(?: articles| today)?|(?:今天|今日|最近)?(?:有)?(?:什么|甚么|甚麼|什麼|啥|咩)新?(?:新闻|新聞|闻|聞|文章|消息)|quoi de neuf|was gibt(?: es|’s|'s) neues|qué hay de nuevo|o que há de novo|che c[’']è di nuovo|что нового|що нового|ne var ne yok|ما الجديد|có gì mới|ada berita apa|क्या नया है|何か新しい(?:記事|ニュース)は(?:ありますか|ある)?|새로운 소식",
    ),
    '/digest today',
  ],
  [phrase('(?:(?:show|see)(?: me)?(?: the)? |看|显示|顯示)(?:pictures?|images?|photos?|图片|圖片|照片)'), '/images'],
  [phrase('(?:(?:show|see)(?: me)?(?: the)? |看|显示|顯示)(?:links?|链接|連結|鏈接)'), '/links'],
  [phrase('(?:please )?(?:delete|erase|forget|remove) (?:all )?(?:of )?(?:my data|me|everything about me)'), '/forget'],
  [phrase('settings|set ?up|options|preferences|设定|設定'), '/settings'],
  [
    phrase(
      '(?:(?:can|could) you |please )?(?:speak|talk|write|answer|reply)(?: to me)?(?: in)? (english|chinese)|(?:change|set|switch)(?: the| my| your)? language(?: to)? (\\p{L}{3,20})|(?:把)?(?:语言|語言)(?:改成|改为|改為|换成|換成|设为|設為|切换到|切換到)(.{2,8})|(?:切换|切換|换成|換成|改成|改为)?(?:到)?(繁體|繁体|繁體中文|繁体中文|简体|簡體|简体中文|簡體中文|英文|english|中文)',
    ),
    '/settings language $1',
  ],
  [
    phrase(
      '(?:change|set|switch)(?: the| my)? time ?zone(?: to)? (.{2,30}?)|(?:把)?(?:时区|時區)(?:改成|改为|改為|换成|換成|设为|設為|切换到|切換到)(.{2,12})',
    ),
    '/settings zone $1',
  ],
  [
    phrase(
      '(?:(?:show|give)(?: me)? )?(?:the )?(?:latest|newest|recent)(?: (?:news|articles|stories))?|(?:show|give) me (?:the )?news|news|最新(?:的)?(?:文章|新闻|新聞)?|新闻|新聞',
    ),
    '/articles',
  ],
  [phrase('contents|table of contents|(?:返回|回到|看)?目[录錄]|全文|原文'), '/article'],
  [
    phrase(
      `${OPEN}(?:the )?(?:article |number |no\\.? ?|#)?(第?[\\d一二三四五六七八九十]{1,3}[篇条條则則个個]?|${ORDINAL})`,
    ),
    '/article $1',
  ],
  [
    phrase(
      `${OPEN}(?:(?:section|part|chapter) )?(第?[\\d一二三四五六七八九十]{1,3}(?:[节節章]|部分)|(?:the )?(?:${ORDINALS}) (?:section|part|chapter))`,
    ),
    '/section $1',
  ],
  [
    phrase(
      `(?:show (?:me )?)?(?:the )?(?:pictures?|images?|photos?) (?:of|in|from) (?:the |article )?(\\d{1,3}|${ORDINAL})`,
    ),
    '/images $1',
  ],
  [phrase(`(?:show (?:me )?)?(?:the )?links (?:of|in|from) (?:the |article )?(\\d{1,3}|${ORDINAL})`), '/links $1'],
  [phrase('(第[\\d一二三四五六七八九十]{1,3}[篇条條则則])的?(?:图片|圖片|照片|图|圖)'), '/images $1'],
  [phrase('(第[\\d一二三四五六七八九十]{1,3}[篇条條则則])的?(?:链接|連結|鏈接)'), '/links $1'],
  [phrase('(?:找|搜|搜索|查找|搜尋|搜寻|查)(?:一下)?(?:关于|關於)?(.{2,40}?)(?:的)?(?:文章|新闻|新聞)?'), '/search $1'],
  [phrase('(?:有没有|有沒有)?(?:关于|關於|有关|有關)(.{2,40}?)的?(?:文章|新闻|新聞|消息|报道|報導)'), '/search $1'],
  [
    phrase(
      "what(?:[’']s| is)(?: the)? (?:new|latest|happening|going on)(?: news)? (?:about|on|with|in) (.{2,40}?)|(?:is there |are there )?(?:any|some|the latest) (?:new )?(?:news|articles|stories) (?:about|on|from) (.{2,40}?)|(?:最近|今天|今日)?(?:有)?(?:没有|沒有|什么|甚么|甚麼|什麼|啥|咩)(?:新的?)?(.{2,16}?)(?:的)?(?:新闻|新聞|消息|文章)|((?!最近|今天|今日|昨天|现在|現在|这里|這裡|你|还|還|都).{2,16}?)(?:最近|今天)?有(?:什么|甚么|甚麼|什麼|啥|咩)(?:新的?)?(?:新闻|新聞|消息|文章|动态|動態)",
    ),
    '/search $1',
  ],
];
const DIGEST =
  /^(?:the |show me |给我|看看?|我要)?(.{1,24}?)(?:的|'s|’s)?\s*(?:文摘|摘要|新闻|新聞|文章|digest|news|articles)?$/iu;
const ASKS =
  /أرسل|أريد|ابعث|env[ií]|manda|schick|sende|invia|пришли|присыла|отправ|gönder|送って|보내|[给給]我|想看|subscri|send|every|daily|weekday|digest|订阅|訂閱|推送|每|发|發|notify|abonn|abonnier|suscr|подпис|اشترك/iu;
const ADDRESS = /https?:\/\/[^\s<>，。、）)]+/iu;
const NOW = { now: new Date(0), zone: 'UTC' };

/**
 * Reads words without a slash as a command: `第二篇`, `昨天的文摘`, `unsubscribe me`, an address anywhere in them. Undefined for
 * anything else, which is a search.
 */
export function readPlainWords(words: string): PlainCommand | undefined {
  const typed = words.normalize('NFKC').trim();
  const text = withoutPoliteness(typed) || typed;
  const [address] = ADDRESS.exec(text) ?? [];
  if (address !== undefined) return { name: 'article', input: address, isOffer: false };
  if (text.length > MAX_CHARS) return undefined;
  for (const [pattern, line] of PHRASES) {
    const found = pattern.exec(text);
    const named = found?.slice(1).find((group) => group !== undefined);
    if (found !== null && isNumberKnown(named)) return toCommand(line.replace('$1', toArgument(named)));
  }
  return readDigest(text) ?? readChange(text) ?? readSubscribe(text);
}

function phrase(source: string): RegExp {
  return new RegExp(`^(?:${source})${ENDS}`, 'iu');
}

/** What was named, with English ordinals as numbers. */
function toArgument(named = ''): string {
  return /^[a-z ]+$/iu.test(named) ? String(parseNumber(named) ?? named.trim()) : named.trim();
}

/** `三国` is no number of an article. */
function isNumberKnown(captured: string | undefined): boolean {
  if (captured === undefined || !/^第?[\d一二三四五六七八九十]+/u.test(captured)) return true;
  return parseNumber(captured) !== undefined;
}

function toCommand(line: string): PlainCommand {
  const [, name = '', input = ''] = /^\/(\S+)\s*(.*)$/su.exec(line) ?? [];
  return { name, input, isOffer: name === 'unsubscribe' };
}

/** `昨天的文摘`, `最近三天的`, `昨晚`: a period, maybe with a word for its news. */
function readDigest(text: string): PlainCommand | undefined {
  const [, period = ''] = DIGEST.exec(text) ?? [];
  const isPeriod =
    /^(?:today|yesterday|今天|今日|昨天|昨日|前天|昨晚|今早|最近|过去|過去|这|這|上|本|last|past|this)/iu.test(period);
  if (!isPeriod || parseSince(period, NOW) === undefined) return undefined;
  return { name: 'digest', input: period, isOffer: false };
}

/** The number of a subscription in front of what becomes of it. */
const LINE = /^(?:#\d+\s+|第[一二三四五六七八九十\d]{1,2}[个個条條])/u;

/** Words that change or add the time of a subscription: `move it to 9pm`. */
function readChange(text: string): PlainCommand | undefined {
  const { kind, rest = '' } = readEdit(text) ?? {};
  const time = rest.replace(LINE, '');
  const isTime = kind !== undefined && kind !== 'end' && (parseTimes(time) ?? parseDays(time)) !== undefined;
  return isTime ? { name: 'subscribe', input: text, isOffer: true } : undefined;
}

/** A sentence that names a schedule and asks for articles; `/subscribe` asks about what is unclear in it. */
function readSubscribe(text: string): PlainCommand | undefined {
  const { isInstant, ...reading } = parseRequest(text);
  const { times, days, problems, sources } = reading;
  const isUnclear = problems.some(({ kind }) => kind !== 'unknown');
  const hasSchedule = times.length + days.length > 0 || isInstant || isUnclear;
  if (problems.some(({ kind }) => kind === 'unknown') || sources.length > 0 || !hasSchedule || !ASKS.test(text))
    return undefined;
  const read = formatRequest({ ...reading, times: isInstant ? 'instant' : times });
  return { name: 'subscribe', input: isUnclear ? text : read, isOffer: true };
}
