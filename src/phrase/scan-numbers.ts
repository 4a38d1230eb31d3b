import { EVERY_DAY } from '../schedule/schedule.ts';
import { parseChineseNumber } from '../text/chinese-number.ts';
import type { Item } from './item.ts';
import type { Meaning } from './lexicons.ts';
import type { Pattern } from './scan-pattern.ts';

const NUMERALS = '[零一二两兩三四五六七八九十]{1,3}';
const WEEK = '(?:[周週]|[个個]?(?:星期|礼拜|禮拜))';
const DAY = '[一二三四五六七日天1-7]';
/** A numeral of a time or count is not a day: `周二十点`, `周17:30`, `每周一次`. */
const IS_DAY = '(?!\\s*[点點时時:.次十]|(?<=\\d)\\s*\\d)';
const BETWEEN_DAYS = '(?:\\s*[、,/和及与與跟]\\s*|\\s*[-~–—至到]\\s*|\\s+(?=[一二三四五六日天周週星礼禮]))?';
const RISING = '一?二?三?四?五?六?[日天]?';
/** A length of time. */
const LENGTH = `(?:半|\\d{1,3}|${NUMERALS})\\s*[个個か]?(?:小时|小時|钟头|鐘頭|分钟|分鐘|分|天|日|周|週|星期|礼拜|禮拜|月|時間|週間|분|시간|일|주)`;
const BARE_END = '(?=$|[\\s,，、。!！的每早晚夜上中下傍凌清半朝])';

/** Before or after noon. */
const HALF = '([ap])\\.?\\s?m\\b\\.?';

/** Clocks, days with numerals, frequencies and numbers. */
export const NUMBERS: readonly Pattern[] = [
  [sticky(`(?:\\d{1,3}|${NUMERALS})\\s*[篇条條则則](?!件|例|约|約)`), () => ({ kind: 'count' })],
  [sticky('\\d{1,2}(?:st|nd|rd|th|er)(?![\\p{L}\\d])'), () => ({ kind: 'ordinal' })],
  [
    sticky(
      `(?:(?:\\d{1,2}|${NUMERALS})[号號]|(?:\\d{1,2}|[二三]?十[一二三四五六七八九]?)日)(?=$|[^\\p{Script=Han}\\d]|[和与與及跟到至早晚上中下傍凌清])|(?<![\\p{L}\\d])(?:le|les|el|los|il|am|den|dias?) \\d{1,2}[.º]? (?:et|y|e|und) (?:(?:le|el|il|am|den|dia) )?\\d{1,2}(?![\\d:h])\\.?`,
    ),
    () => ({ kind: 'frequency' }),
  ],
  [sticky(`第(\\d{1,2}|${NUMERALS})[个個条條项項]`), ([, line = '']) => ({ kind: 'line', number: toNumber(line) })],
  [sticky(`(\\d{1,2})[:h](\\d{1,2})(?::\\d{2})?(?![\\d:])(?:\\s*(?:${HALF}|uhr\\b|分))?`), clock],
  [sticky('(\\d{1,2}) ?(?:h|uhr) ?([0-5]\\d)(?![\\d:.])'), clock],
  [sticky(`(\\d{1,2})\\.(\\d{2})(?![\\d.])\\s*(?:${HALF}|uhr\\b)`), clock],
  [sticky(`([01]?\\d|2[0-3])\\.(00|15|30|45)(?![\\d.]|\\s*%)`), clock],
  [sticky(`(0\\d)([0-5]\\d)(?!\\d)`), clock],
  [sticky(`(\\d{1,2})()(?:\\s*${HALF}|(?:\\s?(?:h|uhr|o[’']?\\s?clock)|-?ish)(?![\\p{L}\\d]))`), clock],
  [
    sticky(
      `(\\d{1,2}|${NUMERALS})\\s*[点點时時시](?![间間区區事代政尚])[钟鐘整正]?\\s*(半|一刻|三刻|반|[一二两兩三四五六七八九十]{1,2}[个個]字|(?:\\d{1,2}|${NUMERALS})(?=\\s*(?:[分분和与與及跟]|[^\\p{L}\\d]|$)))?(?:\\s*[分분])?(?:に|에|的)?`,
    ),
    eastAsianClock,
  ],
  [
    sticky(
      `(?:每?隔|每)\\s*(\\d{1,2}|半|${NUMERALS})?[个個]?\\s*(天|日|小时|小時|钟头|鐘頭|分钟|分鐘|月|年|(?:周|週|星期|礼拜|禮拜)(?!${DAY}${IS_DAY}))(?:[各发發]?\\s*(${NUMERALS}|\\d+)\\s*次)?`,
    ),
    chineseFrequency,
  ],
  [
    sticky(
      `再?[过過等]\\s*${LENGTH}(?![各每\\d])|${LENGTH}\\s*(?:[之以]?[后後][にで]?|[내內内]|이?내|[후뒤]에?)|(?:下下?|[本这這今])[个個]?(?:周|週|星期|礼拜|禮拜)${DAY}`,
    ),
    () => ({ kind: 'once' }),
  ],
  [
    sticky(
      `${LENGTH}\\s*(?:各?(?:${NUMERALS}|\\d+)次|ごと|おき|마다|に1回)|(?:\\d{1,2}|${NUMERALS})\\s*(?:[个個]?(?:星期|礼拜|禮拜|小时|小時|钟头|鐘頭|月)|天|周|週|分钟|分鐘)(?![\\p{Script=Han}\\d])|[年月週日]に(?:\\d{1,2}|${NUMERALS})[回度]`,
    ),
    () => ({ kind: 'frequency' }),
  ],
  [
    sticky(
      `[每逢]*\\s*[个個]?\\s*(${WEEK}${DAY}(?![次])(?:${BETWEEN_DAYS}(?:${WEEK}${DAY}|日(?!\\p{Script=Han})|${DAY}${IS_DAY}))*)`,
    ),
    chineseDays,
  ],
  [
    sticky('[早晚](?=\\s*[\\d一二两兩三四五六七八九十])'),
    ([word]) => ({ kind: 'part', part: word === '早' ? 'morning' : 'evening' }),
  ],
  [
    sticky(
      `(?:(?<![\\p{Script=Han}\\d])|(?<=[逢每]))(?:(?:一到[二三四五六日天]|(?=${DAY}{3})${RISING})${BARE_END}|(?=${DAY}{2})${RISING}(?=[早晚夜上中下傍凌清半朝]))`,
    ),
    chineseDays,
  ],
  [
    sticky('([月火水木金土日](?:[・、〜~-]?[月火水木金土日])+)(?=曜|に|の|\\s|$)曜?日?'),
    ([, days = '']) => daysIn(days.replace(/(?<=.)(?<![〜~-])日$/u, ''), '月火水木金土日'),
  ],
  [
    sticky(
      '(?:매주 ?([월화수목금토일]{2,})|(?=[월화수목금토일]{3})(월?화?수?목?금?토?일?))(?:요일)?(?:마다|에)?(?=[\\s,·]|$)',
    ),
    ([, weekly, days = weekly ?? '']) => daysIn(days, '월화수목금토일'),
  ],
  [
    sticky('пол(?=(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)(?:ого|ьего))'),
    () => ({ kind: 'halfTo' }),
  ],
  [
    sticky(
      `(?:(?:上|下|放|收|返|开|開|复|復)[班工学學课課市盘盤]|落班|起床|起身|睡[觉覺醒]|[吃食]?(?:早|午|晚|中)?[饭飯餐]|日出|日落|出门|出門|回家)(?:[之以]?[前后後时時]|途中|路上)(?:的?${LENGTH})?`,
    ),
    () => ({ kind: 'vague' }),
  ],
  [
    sticky('\\d{1,4}(?:(?=x(?![\\p{L}\\d]))|(?![a-zа-яё\\d]|[.:/]\\d))'),
    ([digits]) => ({ kind: 'number', number: Number(digits) }),
  ],
  [
    sticky(`${NUMERALS}(?=\\s*(?:[、，,和与與及到至-]\\s*(?:\\d{1,2}|${NUMERALS})\\s*)*[点點])`),
    ([numerals]) => number(numerals),
  ],
];

/** A Chinese numeral right after a part of the day, as in `早八`. */
export const NUMERAL: Pattern = [sticky(NUMERALS), ([numerals]) => number(numerals)];

function sticky(source: string): RegExp {
  return new RegExp(source, 'uy');
}

function number(numerals: string): Meaning {
  return { kind: 'number', number: parseChineseNumber(numerals) ?? 0 };
}

function clock([, hour = '', minute = '', half = '']: RegExpExecArray): Meaning {
  const isBad = half !== '' && (Number(hour) < 1 || Number(hour) > 12);
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  if (isBad || hours > 23 || Number(minute) > 59 || minute.length === 1) return { kind: 'time' };
  return {
    kind: 'clock',
    minutes: hours * 60 + Number(minute),
    isLoose: half === '' && hours < 13 && !hour.startsWith('0'),
  };
}

function eastAsianClock([all, hour = '', minute = '0']: RegExpExecArray): Meaning {
  const hours = toNumber(hour);
  // In Cantonese, a numeral alone counts steps of five minutes: `七點三`.
  const step = /[点點]\s*(?:[一二三四五六七八九]|.*字)$/u.test(all.trimEnd()) ? 5 : 1;
  const minutes = { 半: 30, 반: 30, 一刻: 15, 三刻: 45 }[minute] ?? toNumber(minute.replace(/[个個]字$/u, '')) * step;
  if (hours > 23 || minutes > 59) return { kind: 'time' };
  return { kind: 'clock', minutes: hours * 60 + minutes, isLoose: hours < 13 };
}

function toNumber(typed: string): number {
  if (/^\d+$/u.test(typed)) return Number(typed);
  return typed.replaceAll('零', '') === '' ? 0 : (parseChineseNumber(typed.replace('零', '')) ?? 99);
}

/** `每天`, `每3天`, `隔周`, `每周两次`: what no schedule has stays a frequency. */
function chineseFrequency([all = '', count, unit = '', times = '一']: RegExpExecArray): Meaning {
  const every = all.includes('隔') ? 2 : toNumber(count ?? '一');
  if (every !== 1 || count === '半') return { kind: 'frequency' };
  if (/^[天日]$/u.test(unit)) return frequency(toNumber(times), 'day');
  return frequency(toNumber(times), /[周週]|星期|礼拜|禮拜/u.test(unit) ? 'week' : undefined);
}

/** How often, as schedules have it: once or twice a day, or once a week. */
export function frequency(times: number | undefined, unit: Item['unit']): Meaning {
  if (unit === 'day' && times === 1) return { kind: 'daily', days: EVERY_DAY };
  if (unit === 'day' && times === 2) return { kind: 'twice' };
  return { kind: unit === 'week' && times === 1 ? 'weekly' : 'frequency' };
}

/** `周一、三、五`, `星期一到五`, `一三五`. */
function chineseDays([typed]: RegExpExecArray): Meaning {
  const plain = typed.replace(/[周週星期礼禮拜个個\s]/gu, '').replace(/[天七]/gu, '日');
  const days: number[] = [];
  for (const [, from = '', to = from] of plain.matchAll(/([一二三四五六日1-7])(?:[-~–—至到]([一二三四五六日1-7]))?/gu))
    days.push(...daysBetween(toDay(from), toDay(to)));
  return { kind: 'days', days: toSorted(days) };
}

/** Days as the characters of a text, each found in the week. */
function daysIn(text: string, week: string): Meaning {
  const [from = '', to] = text.split(/[〜~-]/u);
  if (to !== undefined) return { kind: 'days', days: daysBetween(week.indexOf(from) + 1, week.indexOf(to) + 1) };
  return { kind: 'days', days: toSorted([...text].flatMap((one) => week.indexOf(one) + 1 || [])) };
}

function toDay(numeral: string): number {
  return '一二三四五六日'.indexOf(numeral) + 1 || Number(numeral);
}

/** The days from one to another, around the end of the week: Friday to Monday are four days. */
export function daysBetween(first: number, last: number): readonly number[] {
  return EVERY_DAY.filter((day) => (day - first + 7) % 7 <= (last - first + 7) % 7);
}

/** Sorts days, each once. */
export function toSorted(days: readonly number[]): readonly number[] {
  return [...new Set(days)].toSorted((one, other) => one - other);
}
