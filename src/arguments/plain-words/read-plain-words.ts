import { formatRequest } from '../../phrase/format-request.ts';
import { parseRequest } from '../../phrase/parse-request.ts';
import { parseDays, parseTimes } from '../../phrase/parse-times.ts';
import { parseSince } from '../../schedule/parse-since.ts';
import { pattern } from '../../text/pattern.ts';
import { parseNumber, withoutPoliteness } from '../parse-number.ts';
import { GREETINGS } from '../plain-phrases/greetings.ts';
import { COMMANDS } from '../plain-phrases/intents.ts';
import { PHRASES } from '../plain-phrases/phrases.ts';
import { isLanguageName } from '../settings/language-names.ts';
import { guessSetting, parseSwitch } from '../settings/read-setting.ts';
import { findSettingName, withoutSettingWords } from '../settings/setting-names.ts';
import type { PlainCommand } from './plain-command.ts';
import { readChange, readPictures, readUnwanted } from './read-changes.ts';
import { readOrder } from './read-order.ts';

const MAX_CHARS = 200;
const DIGEST =
  /^(?:the |show me |i missed |what about |(?:给我|給我|帮我|幫我)?看看?|给我|給我|我要|我错过了?|我錯過了?)?(.{1,24}?)(?:的|'s|’s)?\s*(?:文摘|摘要|新闻|新聞|文章|呢|digest|news|articles)?$/iu;
const ASKS = pattern('iu')`
  أرسل|أريد|ابعث|envo?[iíy]|manda|schick|sende|invia|пришли|присыла|отправ|gönder|送って|보내|[给給]我|想看|subscri|send
  |every|daily|weekday|digest|订阅|訂閱|推送|每|发|發|notify|quiero|quisiera|recibir|quero|receber|voudrais|recevoir
  |voglio|vorrei|ricevere|möchte|bekommen|хочу|получать|отримувати|i want|i[’']d like|give me|remind|wake me|gửi|通知|提醒|告[诉訴]|abonn
  |abonnier|suscr|подпи[сш]|اشترك|sign me up|put me down|inscri|iscriv
`;
/** A time of day that can be nothing else; `midnight` is also a word to search for. */
const TIME = /\d|[点點]/u;
const ADDRESS = /https?:\/\/[^\s<>，。、）)]+/iu;
/** Words beside the address of a site to follow. */
const FOLLOWS =
  /(?<!\p{L})(?:add|follow|watch|track|subscribe|sources?|feed|abonnier|folge|suis|suivre|sigue|seguir|segui|подпиш|следи|takip)|关注|關注|追踪|追蹤|加|订阅|訂閱|フォロー|追加|구독|추가/iu;
/** Spellings of chats, each with its word. */
const SPELLED: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  r: 'are',
  wat: 'what',
  whats: 'what’s',
  im: 'i’m',
  didnt: 'didn’t',
  dont: 'don’t',
  doesnt: 'doesn’t',
  havent: 'haven’t',
};
const CHAT = /(?<![\p{L}\p{N}’'.-])(?:u|ur|r|wat|whats|im|didnt|dont|doesnt|havent)(?![\p{L}\p{N}’'.-])/giu;
/** Emoji behind words. */
const EMOJI = /(?<=[\p{L}\p{N}?!？！.。]\s?)(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d})+$/u;
/** Commands that change something. */
const CHANGES = /^(?:unsubscribe|pause|resume|follow)$/u;
/** Commands that a clause of a message may order. */
const ORDERED = /^(?:unsubscribe|pause|resume|subscribe|settings|follow|forget|status)$/u;
const CLAUSE = /[\s,，、;；.。!！?？\n]*[,，、;；.。!！?？\n][\s,，、;；.。!！?？\n]*/u;
/** What stands before a request and means nothing. */
const LEAD = pattern('iu')`
  ^(?:
    (?:can|could|would|will) you (?:please )?|please |pls |请问一?下?|請問一?下?|麻烦你?|麻煩你?|帮我|幫我|(?:show|give) me\s
    |mostra(?:mi)? |muéstrame |montre[rz]?-moi |zeig mir |покажи |给我看看|給我看看
  )+
`;
const HELLO = `(?:${GREETINGS})(?: bot| there)?`;
/** A greeting before a request. In Chinese the request may stand right behind it. */
const GREETING = new RegExp(
  `^(?!${HELLO}[^\\p{L}\\p{N}]*$)${HELLO}(?:[\\s,，、!！.。~～]+|(?<=[你您]好)[呀啊]?)(?=.)`,
  'iu',
);
/** The start of a sentence about a setting. */
const SETS = pattern('iu')`
  ^(?:
    set|change|switch|turn|use|speak|talk|sprich|parle[rz]?|habla|fale|parla|говори|write|answer|reply|enable|disable|no sound|without sound|mute
    |do not disturb|don[’']t disturb|quiet hours?|(?:my )?time ?zone|i[’']?m |i am |we[’']?re\s
    |(?:i|we|i[’']?ve|we[’']?ve|i have|we have) (?:just |now |recently )*(?:live|moved)|ich (?:bin|wohne) in|vivo|estoy en|j[’']habite|moro em|я живу
    |(?:界|介)面|把|切[换換]|[换換改][成为為]|[设設][为為成]|[讲講说說用]|我在|我住|我人在|[关關开開]|打[开開]|时区|時區|免打[扰擾]|勿[扰擾]|不要[吵打]
  )
  |^(?:繁[體体](?:中文)?|[简簡][体體](?:中文)?|英文|english|中文)$
`;
/** Whoever orders a change means a setting, even with a value that it cannot have. */
const ORDERS = /^(?:set|change|switch)\s|^把/iu;
const NOW = { now: new Date(0), zone: 'UTC' };

/**
 * Reads words without a slash as a command: `第二篇`, `昨天的文摘`, `unsubscribe me`, an address anywhere in them. Undefined for
 * anything else, which is a search.
 */
export function readPlainWords(words: string): PlainCommand | undefined {
  const typed = words
    .normalize('NFKC')
    .trim()
    .replace(EMOJI, '')
    .replace(/^[¿¡]+/u, '')
    .trimEnd()
    .replaceAll(CHAT, (word) => SPELLED[word.toLowerCase()] ?? word);
  const text = (withoutPoliteness(typed) || typed).replace(/^["“「『](.+)["”」』]$/u, '$1');
  const [address] = ADDRESS.exec(text) ?? [];
  if (address !== undefined)
    return FOLLOWS.test(text.replace(address, ''))
      ? { name: 'follow', input: address, isOffer: true }
      : { name: 'article', input: address, isOffer: false };
  if (text.length > MAX_CHARS) return undefined;
  if (!/[\p{L}\p{N}]/u.test(text)) return { name: 'help', input: '', isOffer: false };
  const request = text.replace(GREETING, '');
  return readText(request) ?? readText(request.replace(LEAD, '')) ?? readClause(request);
}

/** The first of several clauses that orders something: `i'm on holiday, hold everything`. It is only offered. */
function readClause(text: string): PlainCommand | undefined {
  const clauses = text.split(CLAUSE).flatMap((clause) => withoutPoliteness(clause) || []);
  if (clauses.length < 2) return undefined;
  const orders = clauses.flatMap((clause) => readText(clause) ?? readText(clause.replace(LEAD, '')) ?? []);
  const order = orders.find(({ name }) => ORDERED.test(name));
  return readComplaint(text, clauses) ?? (order && { ...order, isOffer: true });
}

/** `too many messages, only once a day`: what is wrong, and a better schedule. A schedule with a negation that is unclear is asked about. */
function readComplaint(text: string, clauses: readonly string[]): PlainCommand | undefined {
  const { times, days, problems } = parseRequest(text);
  const isUnclear = times.length > 0 && days.length > 0 && problems.some(({ kind }) => kind === 'not');
  if (isUnclear) return { name: 'subscribe', input: `change it to ${text}`, isOffer: false };
  if (!clauses.some((clause) => readText(clause)?.name === 'subscriptions')) return undefined;
  const [schedule, ...others] = clauses.filter((clause) => (parseDays(clause) ?? parseTimes(clause)) !== undefined);
  if (schedule === undefined || others.length > 0) return undefined;
  return { name: 'subscribe', input: `change it to ${schedule}`, isOffer: true };
}

function readText(text: string): PlainCommand | undefined {
  const pictures = readPictures(text);
  if (pictures !== undefined) return pictures;
  for (const [pattern, line] of PHRASES) {
    const found = pattern.exec(text);
    const named = found?.slice(1).find((group) => group !== undefined);
    if (found !== null && line === COMMANDS.search && hasSchedule(named)) continue;
    if (found !== null && isNumberKnown(named)) return toCommand(line.replace('$1', toArgument(named)));
  }
  const order = readOrder(text);
  if (order !== undefined) return toCommand(order);
  return readDigest(text) ?? readChange(text) ?? readSetting(text) ?? readSubscribe(text) ?? readUnwanted(text);
}

/** Whether what seems to be searched for names a time or days: `articles about sport every day at 8`. */
function hasSchedule(named = ''): boolean {
  const { times, days, isInstant } = parseRequest(named);
  return times.length + days.length > 0 || isInstant;
}

/** What was named, with English ordinals as numbers. */
function toArgument(named = ''): string {
  return /^(?:(?!\p{Script=Han})[\p{L} ])+$/u.test(named) ? String(parseNumber(named) ?? named.trim()) : named.trim();
}

/** `三国` is no number of an article. */
function isNumberKnown(captured: string | undefined): boolean {
  if (captured === undefined || !/^第?[\d一二三四五六七八九十]+(?:[篇條条則则个個节節章]|部分)?$/u.test(captured))
    return true;
  return parseNumber(captured) !== undefined;
}

function toCommand(line: string): PlainCommand {
  const [, name = '', input = ''] = /^\/(\S+)\s*(.*)$/su.exec(line) ?? [];
  return { name, input, isOffer: CHANGES.test(name) };
}

/** `昨天的文摘`, `最近三天的`, `昨晚`: a period, maybe with a word for its news. */
function readDigest(text: string): PlainCommand | undefined {
  const [, period = ''] = DIGEST.exec(text) ?? [];
  const isPeriod =
    /^(?:today|yesterday|今天|今日|昨天|昨日|前天|昨晚|今早|最近|过去|過去|这|這|上|本|last|past|this)/iu.test(period);
  if (!isPeriod || parseSince(period, NOW) === undefined) return undefined;
  return { name: 'digest', input: period, isOffer: false };
}

/** A sentence about a setting: `change the language to French`, `I'm in Singapore`. A value alone is only offered. */
function readSetting(text: string): PlainCommand | undefined {
  const typed = text.replace(
    /(?:\s*(?:回答|回复|回覆|[讲講说說写寫]))?[\s?？!！.。]+$|\s*(?:回答|回复|回覆)(?:我)?$/u,
    '',
  );
  if (!SETS.test(typed)) return undefined;
  const { setting, value = '', isOpposite = false } = findSettingName(typed) ?? {};
  const isClear = ORDERS.test(typed) || guessSetting(value) === setting || parseSwitch(value) !== undefined;
  if (setting !== undefined && value !== '' && isClear)
    return { name: 'settings', input: `${isOpposite ? 'sound' : setting} ${value}`, isOffer: false };
  const guessed = withoutSettingWords(typed);
  const name = guessSetting(guessed) ?? (isLanguageName(guessed) ? 'language' : undefined);
  if (name === undefined) return undefined;
  return { name: 'settings', input: `${name} ${guessed}`, isOffer: name !== 'language' };
}

/** A sentence that names a schedule and asks for articles; `/subscribe` asks about what is unclear in it. */
function readSubscribe(text: string): PlainCommand | undefined {
  const { isInstant, ...reading } = parseRequest(text);
  const { times, days, problems, sources } = reading;
  const isUnclear = problems.some(({ kind }) => kind !== 'unknown' && kind !== 'not');
  const hasSchedule = times.length + days.length > 0 || isInstant || isUnclear;
  const isTime =
    times.length + reading.daysOff.length > 0 && reading.topics.length + reading.without.length + problems.length === 0;
  const asks = ASKS.test(text) || (isTime && (reading.daysOff.length > 0 || TIME.test(text)));
  if (problems.some(({ kind }) => kind === 'unknown') || sources.length > 0 || !hasSchedule || !asks) return undefined;
  const read = problems.length > 0 ? text : formatRequest({ ...reading, times: isInstant ? 'instant' : times });
  const isNew = ASKS.test(text) && reading.daysOff.length === 0;
  return { name: 'subscribe', input: isNew ? read : `change it to ${read}`, isOffer: true };
}
