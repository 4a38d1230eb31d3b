import { formatRequest } from '../phrase/format-request.ts';
import { parseRequest } from '../phrase/parse-request.ts';
import { parseSince } from '../schedule/parse-since.ts';
import { parseNumber } from './parse-number.ts';

/** What words without a slash mean. */
export interface PlainCommand {
  name: string;
  input: string;
  /** It changes something, so it is only offered. */
  isOffer: boolean;
}

const MAX_CHARS = 200;
const ENDS = '[\\s?？!！.。~～]*$';
/** Whole messages, and the command that each means. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    phrase(
      'help|help me|how (?:do|does|can|to) (?:i|this|it|you)?\\s*(?:use|work|start).*|what can (?:you|i) do.*|hi|hello|hey|你好|您好|嗨|怎么用|怎麼用|如何使用|怎样用|使用说明|使用說明|帮帮我|幫幫我|你能做什么|你能做什麼|有什么功能|aide|hilfe|ayuda|ajuda|aiuto|помощь|помоги|مساعدة|مرحبا|yardım|ヘルプ|使い方|도움말',
    ),
    '/help',
  ],
  [
    phrase(
      '(?:please )?(?:stop|unsubscribe)(?: me| it| this| everything| all)?(?: please)?|stop (?:sending|messaging|it|this|the|all|my).*|no more(?: .*)?|cancel(?: my| the| all)*(?: subscriptions?)?|(?:我要|我想|帮我|幫我)?(?:取消订阅|取消訂閱|退订|退訂)(?:全部|所有)?|(?:不要|别|別)(?:再)?(?:发|發|推送?|给我发|給我發)了?|停止(?:推送|订阅|訂閱|发送)?|取消|(?:我)?(?:不想|唔想)(?:再)?(?:收|看|睇|要)(?:到)?(?:了|喇)?|唔要喇|不要了|唔使再?send(?:了|喇)?|désabonner|se désabonner|abbestellen|cancelar|отписаться|отпишись|стоп|إلغاء الاشتراك|توقف|구독 취소|購読解除|iptal',
    ),
    '/unsubscribe',
  ],
  [
    phrase(
      "(?:when|what time)(?: is|’s|'s| does| will| comes?)* (?:the |my )?next (?:digest|one|delivery|edition)(?: (?:come|arrive|due|coming|out))?|(?:so )?why (?:did|do|have|has|is|was|am|didn[’']t|haven[’']t|don[’']t)(?: i| there)?(?: not)? (?:get|got|getting|receive|receiving|received)?(?: |(?<= ))(?:nothing|anything|no digest|any digest|my digest)(?: .{0,20})?|i (?:got|received) (?:nothing|no digest)(?: .{0,20})?|下一?(?:次|期|份)?(?:文摘)?(?:是|会|會)?(?:在)?(?:什么时候|什麼時候|何时|何時|几点|幾點|几时|幾時)(?:发|發|来|來|推送|有)?|(?:什么时候|什麼時候|何时|何時|几点|幾點|几时|幾時)(?:会|會|才)?(?:发|發|推送|有|收到)(?:下一?[次期份]|文摘|给我|給我)?|(?:今天|今日|昨天)?(?:我)?(?:为什么|為什麼|怎么|怎麼|点解|點解)(?:我|今天|今日|还|還)*(?:没有?|沒有?|冇)(?:收到|推送|文摘|发给我|發給我|send)(?:文摘|任何东西|任何東西|呢|啊)?|wann kommt (?:die|das|der) nächste (?:ausgabe|zusammenfassung)|quand (?:vient|arrive) (?:le prochain (?:résumé|envoi)|la prochaine édition)|cuándo (?:llega|viene) el próximo resumen|когда (?:будет )?следующий (?:выпуск|дайджест)|коли (?:буде )?наступний (?:випуск|дайджест)",
    ),
    '/status',
  ],
  [phrase('settings|set ?up|options|preferences|设定|設定'), '/settings'],
  [
    phrase(
      '(?:切换|切換|换成|換成|改成|改为)?(?:到)?(繁體|繁体|繁體中文|繁体中文|简体|簡體|简体中文|簡體中文|英文|english|中文)',
    ),
    '/settings language $1',
  ],
  [
    phrase(
      '(?:the )?(?:latest|newest|recent)(?: (?:news|articles|stories))?|news|最新(?:的)?(?:文章|新闻|新聞)?|新闻|新聞',
    ),
    '/articles',
  ],
  [phrase('contents|table of contents|目录|目錄|全文|原文|返回目录'), '/article'],
  [
    phrase(
      '(?:open|read|打开|打開|阅读|閱讀|看|读|讀)?\\s*(?:the )?(?:article |number |no\\.? ?|#)?(第?[\\d一二三四五六七八九十]{1,3}[篇条條]?)',
    ),
    '/article $1',
  ],
  [phrase('(?:section|part|打开|看)?\\s*(第?[\\d一二三四五六七八九十]{1,3}[节節章])'), '/section $1'],
  [phrase('(?:找|搜|搜索|查找|搜尋|搜寻|查)(?:一下)?(?:关于|關於)?(.{2,40}?)(?:的)?(?:文章|新闻|新聞)?'), '/search $1'],
  [phrase('(?:有没有|有沒有)?(?:关于|關於|有关|有關)(.{2,40}?)的?(?:文章|新闻|新聞|消息|报道|報導)'), '/search $1'],
];
const DIGEST =
  /^(?:the |show me |给我|看|我要)?(.{1,24}?)(?:的|'s|’s)?\s*(?:文摘|摘要|新闻|新聞|文章|digest|news|articles)?$/iu;
const ASKS =
  /أرسل|أريد|ابعث|env[ií]|manda|schick|sende|invia|пришли|присыла|отправ|gönder|送って|보내|[给給]我|想看|subscri|send|every|daily|weekday|digest|订阅|訂閱|推送|每|发|發|notify|abonn|abonnier|suscr|подпис|اشترك/iu;
const ADDRESS = /https?:\/\/[^\s<>，。、）)]+/iu;
const NOW = { now: new Date(0), zone: 'UTC' };

/**
 * Reads words without a slash as a command: `第二篇`, `昨天的文摘`, `unsubscribe me`, an address anywhere in them. Undefined for
 * anything else, which is a search.
 */
export function readPlainWords(words: string): PlainCommand | undefined {
  const text = words.normalize('NFKC').trim();
  const [address] = ADDRESS.exec(text) ?? [];
  if (address !== undefined) return { name: 'article', input: address, isOffer: false };
  if (text.length > MAX_CHARS) return undefined;
  for (const [pattern, line] of PHRASES) {
    const found = pattern.exec(text);
    if (found !== null && isNumberKnown(found[1])) return toCommand(line.replace('$1', found[1]?.trim() ?? ''));
  }
  return readDigest(text) ?? readSubscribe(text);
}

function phrase(source: string): RegExp {
  return new RegExp(`^(?:${source})${ENDS}`, 'iu');
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
