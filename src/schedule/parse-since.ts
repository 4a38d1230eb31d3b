import { Temporal } from 'temporal-polyfill';
import { parseDay } from './calendar-day.ts';
import { splitTime } from './time-of-day.ts';
import { parseTimeSpan } from './time-span.ts';

const YEAR_ONE_MS = Date.parse('0001-01-01T00:00:00Z');
const MAX_CHARS = 200;
const AROUND =
  /^(?:(?:since|from|on|the|last|past)(?![a-z])|最近|过去|過去|近|自从|自從|从|從|自|[这這](?=[\d一二两兩三四五六七八九十]))\s*|\s*(?:ago|之?前|以?内|以?內|以来|以來|起|开始|開始|[到至](?:现在|現在|今天?)|(?:until|till|to) now|(?:'s|’s|的)?\s*(?:digest|news|articles|文摘|摘要|新闻|新聞|文章)|的)$/gu;

/**
 * Parses the start of a period: an ISO instant, a day, a time of a day, or a duration before now. Days begin at midnight in the
 * zone; a time without a day is the last such time. Undefined for anything else.
 */
export function parseSince(typed: string, { now, zone }: { now: Date; zone: string }): Date | undefined {
  if (typed.length > MAX_CHARS) return undefined;
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  try {
    const found = parseInstant(text) ?? parseMoment(strip(text), here);
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

function parseMoment(text: string, here: Temporal.ZonedDateTime): Temporal.ZonedDateTime | undefined {
  const today = here.toPlainDate();
  const day = parseDay(text, today);
  if (day !== undefined) return day.toZonedDateTime(here.timeZoneId);
  const span = parseTimeSpan(text);
  if (span !== undefined) return here.subtract(span);
  const time = splitTime(text);
  const dayOfTime = time && (time.before === '' ? today : parseDay(time.before, today));
  if (time === undefined || dayOfTime === undefined) return undefined;
  const plainTime = Temporal.PlainTime.from({ hour: time.hour, minute: time.minute });
  const moment = dayOfTime.toZonedDateTime({ timeZone: here.timeZoneId, plainTime });
  const isToCome = Temporal.ZonedDateTime.compare(moment, here) > 0;
  return time.before === '' && isToCome ? moment.subtract({ days: 1 }) : moment;
}
