import { Temporal } from 'temporal-polyfill';
import { parseChineseNumber } from '../text/chinese-number.ts';

type Day = Temporal.PlainDate;

const DAYS_BACK: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  今日: 0,
  今早: 0,
  yesterday: 1,
  昨天: 1,
  昨日: 1,
  昨晚: 1,
  前天: 2,
  前日: 2,
  大前天: 3,
  tomorrow: -1,
  明天: -1,
  明日: -1,
  后天: -2,
  後天: -2,
};
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEK = '(?:[周週]|[个個]?(?:星期|礼拜|禮拜))';
const CHINESE_WEEKDAY = new RegExp(`^(上)?${WEEK}([一二三四五六日天])$`, 'u');

/** The first day of each named period. */
const PERIODS: readonly (readonly [RegExp, (today: Day) => Day])[] = [
  [new RegExp(`^(?:this week|[本这這]${WEEK})$`, 'u'), monday],
  [new RegExp(`^上${WEEK}$`, 'u'), (today) => monday(today).subtract({ weeks: 1 })],
  [/^(?:(?:the |last )?weekend|上?[个個]?[周週]末)$/u, (today) => today.subtract({ days: (today.dayOfWeek + 1) % 7 })],
  [/^(?:this month|[本这這][个個]?月)$/u, (today) => today.with({ day: 1 })],
  [/^上[个個]?月$/u, (today) => today.with({ day: 1 }).subtract({ months: 1 })],
  [/^(?:this year|今年|本年)$/u, (today) => today.with({ month: 1, day: 1 })],
  [/^去年$/u, (today) => today.with({ month: 1, day: 1 }).subtract({ years: 1 })],
  [/^前年$/u, (today) => today.with({ month: 1, day: 1 }).subtract({ years: 2 })],
];

/**
 * Parses a day: `yesterday`, `周一`, `2021-11-15`, `11月15日`, `15 Nov 2021`; of a week, month or year it is the first day:
 * `上个月`, `2021`, `June`. Without a year it is the last such day. The text must be in lower case.
 * @throws RangeError for a day that does not exist.
 */
export function parseDay(text: string, today: Day): Day | undefined {
  const back = DAYS_BACK[text] ?? weekdayBack(text, today.dayOfWeek);
  if (back !== undefined) return today.subtract({ days: back });
  const period = PERIODS.find(([pattern]) => pattern.test(text))?.[1];
  return period === undefined ? (parseNumbers(text, today) ?? parseMonthName(text, today)) : period(today);
}

function monday(today: Day): Day {
  return today.subtract({ days: today.dayOfWeek - 1 });
}

/** How many days ago a weekday was last; 0 if it is today. */
function weekdayBack(text: string, today: number): number | undefined {
  const [, last, chinese] = CHINESE_WEEKDAY.exec(text) ?? [];
  const english = WEEKDAYS.findIndex((name) => text.length > 2 && name.startsWith(text)) + 1;
  const day = chinese === undefined ? english : '一二三四五六日'.indexOf(chinese.replace('天', '日')) + 1;
  if (day === 0) return undefined;
  return last === undefined ? (today - day + 7) % 7 : today - day + 7;
}

/** `2021-11-15`, `2021/11/15`, `20211115`, `2021年11月15日`, `11月15日`, `2021-11`, `十一月`, `2021年`. */
function parseNumbers(typed: string, today: Day): Day | undefined {
  const text = typed.replace(/[一二三四五六七八九十]{1,3}(?=[月日号號])/gu, (numerals) =>
    String(parseChineseNumber(numerals) ?? numerals),
  );
  const found =
    /^(?:(?<year>\d{4})[-/.年])?(?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号號]?$/u.exec(text) ??
    /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})$/u.exec(text) ??
    /^(?<year>(?:19|20)\d{2})(?:[-/.年](?<month>\d{1,2})月?|年)?$/u.exec(text) ??
    /^(?<month>\d{1,2})月份?$/u.exec(text);
  if (found === null) return undefined;
  const { year, month = '1', day = '1' } = found.groups ?? {};
  return toDay({ year, month: Number(month), day: Number(day) }, today);
}

/** `15 Nov 2021`, `Mon, 15 Nov`, `November 15th, 2021`, `Nov 2021`, `November`. */
function parseMonthName(text: string, today: Day): Day | undefined {
  const date = text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?=\S)/u, '');
  const found =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<name>[a-z]{3,9})\.?(?:,?\s+(?<year>\d{4}))?$/u.exec(date) ??
    /^(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?$/u.exec(date) ??
    /^(?<name>[a-z]{3,9})\.?(?:,?\s+(?<year>\d{4}))?$/u.exec(date);
  const { name = '-', day = '1', year } = found?.groups ?? {};
  const month = MONTHS.findIndex((known) => known.startsWith(name)) + 1;
  return month === 0 ? undefined : toDay({ year, month, day: Number(day) }, today);
}

function toDay({ year, month, day }: { year: string | undefined; month: number; day: number }, today: Day): Day {
  const at = (inYear: number) => Temporal.PlainDate.from({ year: inYear, month, day }, { overflow: 'reject' });
  if (year !== undefined) return at(Number(year));
  const thisYear = at(today.year);
  return Temporal.PlainDate.compare(thisYear, today) > 0 ? at(today.year - 1) : thisYear;
}
