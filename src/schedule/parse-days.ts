import { EVERY_DAY } from './schedule.ts';

const MAX_CHARS = 200;
const GROUPS: readonly (readonly [RegExp, readonly number[]])[] = [
  [
    /^(?:daily|every ?day|each day|all days|once (?:a day|daily)|(?:[每天]天|每日|[一1][天日])(?:[一1]次)?)$/u,
    EVERY_DAY,
  ],
  [/^weekly$/u, [1]],
  [/^(?:week ?days?|work(?:ing)? ?days?|business ?days?|工作日|平日|上班日)$/u, [1, 2, 3, 4, 5]],
  [/^(?:week ?ends?|[周週]末|[双雙]休日?|假日|休息日)$/u, [6, 7]],
  [/^m[/-]?w[/-]?f$/u, [1, 3, 5]],
];
/** Frequencies that schedules do not support. They are recognized, so that people get an error message. */
const OTHERWISE =
  /^(?:(?:every|each) (?:other|second|two|three|\d{1,2}) (?:days?|weeks?)|fortnightly|(?:every|each|once a) month|twice a week|每?隔[一两兩二三\d]?[个個]?(?:[天日周週]|星期)|每[两兩二三\d][天日周週]|每[个個]?月(?:[一1]次)?|[每一][周週][两兩二]次)$/u;
const ENGLISH = /^(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\.?$/u;
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEK = '(?:[周週]|[个個]?(?:星期|礼拜|禮拜))';
const NUMERAL = '[一二三四五六日天]';
const DAY = '[一二三四五六日天1-7]';
const CHINESE = new RegExp(`^${WEEK}${DAY}(?:-?${WEEK}?${DAY})*$`, 'u');
const CHINESE_DAYS = new RegExp(`(${DAY})(?:-${WEEK}?(${DAY}))?`, 'gu');
/** `一三五`, without the word for a week. Only in rising order: 五四 is a number or a name. */
const BARE = /^(?=.{2})一?二?三?四?五?六?[日天]?$/u;
const BARE_SPAN = /^[一二三四五]-[二三四五六日天]$/u;
const BETWEEN_NUMERALS = new RegExp(
  `(?<=${DAY})\\s*[、,/和及与與跟]\\s*(?=${DAY})|(?<=${NUMERAL})\\s+(?=${NUMERAL}+(?:\\s|$))`,
  'gu',
);
const WEEKLY = new RegExp(`^(?:(?:once a|every|each) week(?![a-z])|每${WEEK}(?:[一1]次)?$|[一1]${WEEK}[一1]次$)`, 'u');
const EXCEPT = /\s*(?:(?<![a-z])(?:except|but not|but|without|not)(?![a-z])|除了|除)\s*/u;
const UP_TO = /\s*(?:[-–—~至到]|(?<![a-z])(?:to|through|thru|till|until)(?![a-z]))\s*/gu;
const SEPARATORS = /(?:[\s,、;/&和与與及跟]|(?<![a-z])and(?![a-z]))+/u;

/**
 * Parses days of the week, 1 for Monday to 7 for Sunday, sorted and unique: `weekdays`, `every day`, `mon wed fri`, `fri-mon`,
 * `工作日`, `周一三五`, `星期一到星期五`, `禮拜六`. Undefined for anything else.
 */
export function parseDays(typed: string): readonly number[] | undefined {
  const text = toPlain(typed);
  if (text.length > MAX_CHARS) return undefined;
  return parseGroup(text) ?? parseExcept(text) ?? parseWords(text);
}

/** Formats days the way people type them: `weekdays`, `mon wed`. */
export function formatDaysAsTyped(days: readonly number[]): string {
  const key = days.join('');
  if (key === EVERY_DAY.join('')) return 'daily';
  if (key === '12345') return 'weekdays';
  if (key === '67') return 'weekends';
  return days.map((day) => NAMES[day - 1]).join(' ');
}

/** Whether a word can only mean days of the week, even unsupported ones: `every other day`. */
export function isDaysWord(word: string): boolean {
  return parseDays(word) !== undefined || OTHERWISE.test(word.normalize('NFKC').trim().toLowerCase());
}

/** Parses Chinese days without the word for a week, as they stand before a time: `二四`. */
export function parseBareDays(typed: string): readonly number[] | undefined {
  return BARE.test(typed) ? parseChinese(typed) : undefined;
}

/** `every day except sunday`, `每天除了周末`, `除了周末每天`. */
function parseExcept(text: string): readonly number[] | undefined {
  const [before, after, ...others] = text.split(EXCEPT);
  if (before === undefined || after === undefined || others.length > 0) return undefined;
  const [, first, last] = /^(.+?)([每天]天|每日)$/u.exec(after) ?? [];
  const [kept, left] = before === '' ? [last, first] : [before, after];
  const without = parseNamed(left?.replace(/[以之]?外$/u, '') ?? '');
  const days = parseNamed(kept ?? '')?.filter((day) => without?.includes(day) === false);
  return days?.length === 0 ? undefined : days;
}

function parseNamed(text: string): readonly number[] | undefined {
  return parseGroup(text) ?? parseWords(text);
}

function parseWords(text: string): readonly number[] | undefined {
  const words = text.split(SEPARATORS).filter(Boolean).map(parseWord);
  // `Every day` adds nothing to named days.
  const named = words.filter((found) => found !== EVERY_DAY);
  const days = (named.length === 0 ? words : named).flatMap((found) => found ?? []);
  if (words.length === 0 || words.includes(undefined)) return undefined;
  return [...new Set(days)].toSorted((one, other) => one - other);
}

function toPlain(typed: string): string {
  return typed
    .slice(0, MAX_CHARS + 1)
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(WEEKLY, 'weekly')
    .replace(/^weekly,? (?:on )?(?=[a-z])/u, '')
    .replace(/^(?:(?:on|only|each|every)(?![a-z])(?! ?day)|每逢|逢|[每只][个個]?(?=[周週星礼禮工平上假双雙]))\s*/u, '')
    .replace(/(?<=.)的$/u, '')
    .replace(UP_TO, '-')
    .replace(BETWEEN_NUMERALS, '');
}

function parseGroup(text: string): readonly number[] | undefined {
  return GROUPS.find(([pattern]) => pattern.test(text))?.[1];
}

function parseWord(word: string): readonly number[] | undefined {
  if (CHINESE.test(word) || BARE_SPAN.test(word) || (word.length > 2 && BARE.test(word))) return parseChinese(word);
  const [first, last, ...others] = word.split('-');
  const [begin, end] = [parseName(first), parseName(last ?? first)];
  return begin && end && others.length === 0 ? daysBetween(begin, end) : parseGroup(word);
}

function parseChinese(word: string): readonly number[] {
  return [...word.matchAll(CHINESE_DAYS)].flatMap(([, first = '', last = first]) =>
    daysBetween(toNumber(first), toNumber(last)),
  );
}

function toNumber(numeral: string): number {
  return '一二三四五六日'.indexOf(numeral.replace('天', '日')) + 1 || Number(numeral);
}

function parseName(word: string | undefined): number | undefined {
  const name = ENGLISH.exec(word ?? '')?.[1]?.slice(0, 3);
  return name === undefined ? undefined : NAMES.indexOf(name) + 1;
}

/** Wraps around the end of the week: Friday to Monday are four days. */
function daysBetween(first: number, last: number): readonly number[] {
  return EVERY_DAY.filter((day) => (day - first + 7) % 7 <= (last - first + 7) % 7);
}
