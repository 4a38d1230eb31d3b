import { Temporal } from 'temporal-polyfill';

type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';

const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ['minutes', /^(?:min|mins|minutes?|分钟|分鐘)$/u],
  ['hours', /^(?:h|hrs?|hours?|[个個]?(?:小时|小時|钟头|鐘頭))$/u],
  ['days', /^(?:d|days?|天|日)$/u],
  ['weeks', /^(?:w|wks?|weeks?|周|週|[个個]?(?:星期|礼拜|禮拜))$/u],
  ['months', /^(?:months?|[个個]?月)$/u],
  ['years', /^(?:y|yrs?|years?|年)$/u],
];

const DAYS_BACK: Readonly<Record<string, number>> = {
  ...{ today: 0, 今天: 0, 今日: 0, yesterday: 1, 昨天: 1, 昨日: 1, 前天: 2, 前日: 2, 大前天: 3 },
};
const YEAR_ONE_MS = Date.parse('0001-01-01T00:00:00Z');
const NUMERALS = '零一二三四五六七八九十';
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const AROUND =
  /^(?:since|from|the|last|past|最近|过去|過去|近|从|從|自)\s*|\s*(?:ago|之?前|以?内|以?內|以来|以來|起|开始|開始)$/gu;

/**
 * When something written by people begins: an ISO instant, a date or local time, a length of time back from now, or a
 * word such as `yesterday` or `昨天`. Days begin at midnight in the zone. Undefined for anything else.
 */
export function parseSince(typed: string, { now, zone }: { now: Date; zone: string }): Date | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const bare = strip(text);
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  try {
    const found = parseInstant(text) ?? parseDay(bare, here) ?? parseLength(bare, here) ?? parseDate(bare, here);
    return found && found.epochMilliseconds > YEAR_ONE_MS ? new Date(found.epochMilliseconds) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // a 30 February, or a length beyond the calendar
    throw error;
  }
}

function strip(text: string): string {
  const bare = text.replace(AROUND, '').trim();
  return bare === text ? text : strip(bare);
}

function parseInstant(text: string): Temporal.Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}t[\d:.]+(?:z|[+-]\d{2}:?\d{2})$/u.test(text)) return undefined;
  return Temporal.Instant.from(text);
}

function parseDay(text: string, here: Temporal.ZonedDateTime): Temporal.ZonedDateTime | undefined {
  const back = DAYS_BACK[text] ?? weekdayBack(text, here.dayOfWeek);
  if (back !== undefined) return here.subtract({ days: back }).startOfDay();
  if (/^(?:this week|[本这這]个?[周週])$/u.test(text)) return here.subtract({ days: here.dayOfWeek - 1 }).startOfDay();
  return /^(?:this month|[本这這]个?月)$/u.test(text) ? here.with({ day: 1 }).startOfDay() : undefined;
}

/** How many days ago that weekday was last; today's name is today. */
function weekdayBack(text: string, today: number): number | undefined {
  const chinese = /^(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])$/u.exec(text)?.[1];
  const english = WEEKDAYS.findIndex((name) => text.length > 2 && name.startsWith(text)) + 1;
  const day = chinese === undefined ? english : '一二三四五六日'.indexOf(chinese.replace('天', '日')) + 1;
  return day === 0 ? undefined : (today - day + 7) % 7;
}

function parseLength(text: string, here: Temporal.ZonedDateTime): Temporal.ZonedDateTime | undefined {
  const [, amount = '', name = ''] = /^(\d{1,4}|an?|[一二两兩三四五六七八九十]{1,2})?\s*(\D+)$/u.exec(text) ?? [];
  const unit = UNITS.find(([, pattern]) => pattern.test(name))?.[0];
  return unit && here.subtract({ [unit]: toNumber(amount) });
}

function toNumber(amount: string): number {
  if (/^\d+$/u.test(amount)) return Number(amount);
  if (amount === '' || amount.startsWith('a')) return 1;
  const digits = [...amount.replace(/[两兩]/gu, '二')].map((numeral) => NUMERALS.indexOf(numeral));
  const [first = 1, second] = digits;
  if (second === undefined) return first;
  return first === 10 ? 10 + second : first * 10;
}

/** `2021-11-15`, `2021/11/15 8:30`, `2021年11月15日`, and without the year the last such day. */
function parseDate(text: string, here: Temporal.ZonedDateTime): Temporal.ZonedDateTime | undefined {
  const match = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:[\st]+(\d{1,2}):(\d{2})(?::\d{2})?)?$/u.exec(text);
  if (match === null) return undefined;
  const [year, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map((part) => part && Number(part)) as (
    | number
    | undefined
  )[];
  const at = (inYear: number) =>
    Temporal.PlainDateTime.from({ year: inYear, month, day, hour, minute }, { overflow: 'reject' }).toZonedDateTime(
      here.timeZoneId,
    );
  if (year !== undefined) return at(year);
  const thisYear = at(here.year);
  return Temporal.ZonedDateTime.compare(thisYear, here) > 0 ? at(here.year - 1) : thisYear;
}
