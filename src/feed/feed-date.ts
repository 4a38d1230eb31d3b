import { readDatetime } from '../snapshot/dates.ts';

/** A clock may be wrong, or a zone missing, by so much. */
const TOLERANCE_MS = 15 * 60 * 60_000;
/** `Mon, May 25 2020` or `May 25, 2020 10:30 PM`, as some American sites write. */
const MONTH_FIRST = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/i;
const TWELVE_HOURS = /\b(\d{1,2}):(\d{2})(:\d{2})?\s*([ap])\.?m\.?/i;

/**
 * Reads the date of an entry, as ISO 8601 in UTC. A date without a time is midnight; one without a zone is UTC. Undefined if
 * it cannot be read, or if it is in the future: such an entry would stay on top for ever.
 */
export function readFeedDate(value: string | undefined, now: Date): string | undefined {
  if (value === undefined) return undefined;
  const found = readDatetime(normalize(value));
  if (found === undefined) return undefined;
  const instant = new Date('instant' in found ? found.instant : `${found.date}T00:00:00.000Z`);
  if (instant.getTime() > now.getTime() + TOLERANCE_MS) return undefined;
  return new Date(Math.min(instant.getTime(), now.getTime())).toISOString();
}

/** Writes what is unusual in the usual way. */
function normalize(value: string): string {
  const text = value.trim().replace(/\s+/g, ' ').replace(TWELVE_HOURS, toTwentyFourHours);
  const [, month, day, year, rest = ''] = MONTH_FIRST.exec(text) ?? [];
  return month === undefined ? text : `${day} ${month} ${year}${rest.replace(/^,?\s*(?:at\s+)?/i, ' ').trimEnd()}`;
}

function toTwentyFourHours(time: string): string {
  const [, hour, minute, second = '', half = ''] = TWELVE_HOURS.exec(time) ?? [];
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}${second}`;
}
