import type { Audience } from './audience.ts';

const LOCALES = { en: 'en-GB', 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW' } as const;
const DATE_ALONE = /^\d{4}-\d{2}-\d{2}$/u;

type Place = Pick<Audience, 'language' | 'zone'>;

/**
 * An article's date for a reader: an instant with its time of day in the reader's zone, a date alone as that date
 * wherever it is read. Undefined for what is no date.
 */
export function formatDate(iso: string | null, { language, zone }: Place): string | undefined {
  const date = new Date(iso ?? Number.NaN);
  if (iso === null || Number.isNaN(date.getTime())) return undefined;
  const dateStyle = language === 'en' ? 'medium' : 'long';
  if (DATE_ALONE.test(iso)) return format(date, { language, zone: 'UTC' }, { dateStyle });
  const day = format(date, { language, zone }, { dateStyle });
  return `${day} ${formatClock(date, { language, zone })}`;
}

/** The time of day of an instant for a reader: `08:00`. */
export function formatClock(date: Date, place: Place): string {
  return format(date, place, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** The weekday of an instant for a reader: `Mon`, `周一`. */
export function formatWeekday(date: Date, place: Place): string {
  return format(date, place, { weekday: 'short' });
}

/** The date of an instant for a reader without its year where that is now's: `15 Nov`, `15 Nov 2021`, `11月15日`. */
export function formatDayMonth(date: Date, now: Date, place: Place): string {
  const month = place.language === 'en' ? 'short' : 'long';
  const year = (instant: Date) => format(instant, place, { year: 'numeric' });
  return format(date, place, { day: 'numeric', month, ...(year(date) !== year(now) && { year: 'numeric' }) });
}

/** The day of an instant for a reader, as a digest is headed: `Mon 15 Nov`, `11月15日 周一`. */
export function formatDay(date: Date, { language, zone }: Place): string {
  const day = format(date, { language, zone }, { month: language === 'en' ? 'short' : 'long', day: 'numeric' });
  const weekday = formatWeekday(date, { language, zone });
  return language === 'en' ? `${weekday} ${day}` : `${day} ${weekday}`;
}

function format(date: Date, { language, zone }: Place, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: zone }).format(date);
}
