import { formatRequest } from '../phrase/format-request.ts';
import { parseRequest } from '../phrase/parse-request.ts';
import { parseDays, parseTimes } from '../phrase/parse-times.ts';
import { readEdit } from '../phrase/read-edit.ts';
import { parseSince } from '../schedule/parse-since.ts';
import { parseNumber, withoutPoliteness } from './parse-number.ts';
import { PHRASES } from './plain-phrases.ts';

/** What words without a slash mean. */
export interface PlainCommand {
  name: string;
  input: string;
  /** It changes something, so it is only offered. */
  isOffer: boolean;
}

const MAX_CHARS = 200;
const DIGEST =
  /^(?:the |show me |i missed |what about |给我|看看?|我要|我错过了?|我錯過了?)?(.{1,24}?)(?:的|'s|’s)?\s*(?:文摘|摘要|新闻|新聞|文章|呢|digest|news|articles)?$/iu;
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
