import type { Audience } from './audience.ts';
import { dateFormatter } from './date-formatters.ts';
import { formatClock, formatDayMonth, formatWeekday } from './format-date.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);

/** Formats times of day, each `HH:MM`: `08:00, 20:00`. */
export function formatTimes(times: readonly string[], { t }: Pick<Audience, 't'>): string {
  return times.join(t('join.names'));
}

/** Formats days of the week, 1 for Monday to 7 for Sunday: `every day`, `weekdays`, `Mon`, `Mon, Wed`, `周一、周三`. */
export function formatDays(days: readonly number[], { language, t }: Pick<Audience, 'language' | 't'>): string {
  const sorted = days.toSorted((one, other) => one - other);
  switch (sorted.join('')) {
    case '1234567':
      return t('days.every');
    case '12345':
      return t('days.weekdays');
    case '67':
      return t('days.weekends');
    default:
      return sorted.map((day) => formatWeekday(inWeek(day), { language, zone: 'UTC' })).join(t('join.names'));
  }
}

/** Formats the days on which something happens again: a single one as `every Monday`. */
export function formatRecurring(days: readonly number[], audience: Pick<Audience, 'language' | 't'>): string {
  const [only, ...others] = days;
  if (only === undefined || others.length > 0) return formatDays(days, audience);
  const { language, t } = audience;
  return t('days.each', { day: formatWeekday(inWeek(only), { language, zone: 'UTC' }, 'long') });
}

function inWeek(day: number): Date {
  return new Date(MONDAY_MS + (day - 1) * DAY_MS);
}

/**
 * Formats when something is due or happened, relative to `now` in the reader's zone: `today 20:00`, `tomorrow 08:00`,
 * `Mon 08:00` within the next six days, otherwise `15 Nov 08:00`, with the year if it is not the current one.
 */
export function formatSlot(slot: Date, now: Date, audience: Audience): string {
  return `${formatSlotDay(slot, now, audience)} ${formatClock(slot, audience)}`;
}

function formatSlotDay(slot: Date, now: Date, audience: Audience): string {
  const days = calendarDay(slot, audience.zone) - calendarDay(now, audience.zone);
  if (days === 0) return audience.t('when.today');
  if (days === 1) return audience.t('when.tomorrow');
  if (days === -1) return audience.t('when.yesterday');
  if (days > 1 && days < 7) return formatWeekday(slot, audience);
  return formatDayMonth(slot, now, audience);
}

/** The number of days from 1970 to the date in a zone. */
function calendarDay(date: Date, zone: string): number {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const shown = dateFormatter('en-GB', { timeZone: zone, ...numeric }).format(date);
  const [day = 1, month = 1, year = 1970] = shown.split('/').map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}
