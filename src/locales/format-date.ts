import type { Audience } from './audience.ts';
import { dateFormatter } from './date-formatters.ts';
import { localeOf } from './languages.ts';

const DATE_ALONE = /^\d{4}-\d{2}-\d{2}$/u;

type Place = Pick<Audience, 'language' | 'zone'>;

/**
 * Formats the date of an article: an instant with its time of day in the reader's zone, a date without a time as the
 * same date in every zone. Undefined for text that is not a date.
 */
export function formatDate(iso: string | null, { language, zone }: Place): string | undefined {
  const date = new Date(iso ?? Number.NaN);
  if (iso === null || Number.isNaN(date.getTime())) return undefined;
  const dateStyle = monthStyle(language) === 'short' ? 'medium' : 'long';
  if (DATE_ALONE.test(iso)) return format(date, { language, zone: 'UTC' }, { dateStyle });
  const day = format(date, { language, zone }, { dateStyle });
  return `${day} ${formatClock(date, { language, zone })}`;
}

/** Formats the time of day of an instant: `08:00`. */
export function formatClock(date: Date, place: Place): string {
  return format(date, place, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Formats the weekday of an instant: `Mon`, `周一`; `long` as `Monday`, `星期一`. */
export function formatWeekday(date: Date, place: Place, weekday: 'short' | 'long' = 'short'): string {
  return format(date, place, { weekday });
}

/** Formats the date of an instant, without the year if it is the current one: `15 Nov`, `15 Nov 2021`, `11月15日`. */
export function formatDayMonth(date: Date, now: Date, place: Place): string {
  const month = monthStyle(place.language);
  const year = (instant: Date) => format(instant, place, { year: 'numeric' });
  return format(date, place, { day: 'numeric', month, ...(year(date) !== year(now) && { year: 'numeric' }) });
}

/** Formats the day of an instant for the heading of a digest: `Mon 15 Nov`, `11月15日 周一`. */
export function formatDay(date: Date, place: Place): string {
  const day = format(date, place, { month: monthStyle(place.language), day: 'numeric' });
  const weekday = formatWeekday(date, place);
  return localeOf(place.language).dates.weekdayFirst ? `${weekday} ${day}` : `${day} ${weekday}`;
}

function monthStyle(language: Place['language']): 'short' | 'long' {
  return localeOf(language).dates.month;
}

function format(date: Date, { language, zone }: Place, options: Intl.DateTimeFormatOptions): string {
  return dateFormatter(localeOf(language).dates.tag, { ...options, timeZone: zone }).format(date);
}
