/** A time as ISO 8601 in UTC, or a date without a time. */
export type DateOrTime = { instant: string } | { date: string };

const EARLIEST_STAMP = Date.UTC(1990, 0, 1);
const LATEST_STAMP = Date.UTC(2100, 0, 1);
const SECONDS_TO_MS = 1000;

function isPlausible(stamp: number): boolean {
  return stamp >= EARLIEST_STAMP && stamp < LATEST_STAMP;
}

/**
 * Reads the timestamp in the header's comment: milliseconds since 1970, from 1990 to 2099. Anything else has a `problem`,
 * worded for the operator, and no date; seconds are reported, not converted.
 */
export function readStamp(text: string): { stampedAt: string | null; problem: string | null } {
  const digits = text.trim();
  if (!/^[-+]?\d{1,20}$/.test(digits)) {
    return {
      stampedAt: null,
      problem: `The stamp "${digits.slice(0, 40)}" is not a number of milliseconds since 1970.`,
    };
  }
  const stamp = Number(digits);
  if (isPlausible(stamp)) return { stampedAt: new Date(stamp).toISOString(), problem: null };
  const problem = isPlausible(stamp * SECONDS_TO_MS)
    ? `The stamp ${digits} seems to count seconds; it must count milliseconds since 1970.`
    : `The stamp ${digits} is not between the years 1990 and 2100.`;
  return { stampedAt: null, problem };
}

const MAX_UNITS = 100;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The zone names of RFC 5322, section 4.3, in hours from UTC. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};
const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`;
const ZONE = String.raw`(?<zone>Z|UTC?|GMT|[ECMP][SD]T|[+-]\d{2}(?::?\d{2})?)`;
const NUMERIC = new RegExp(
  String.raw`^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?:(?:T|\s+)${TIME}(?:\s*${ZONE})?)?$`,
  'i',
);
const SPELLED_OUT = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})\s+(?<name>[a-z]{3,9})\.?,?\s+(?<year>\d{4})(?:,?\s+${TIME}(?:\s*${ZONE})?)?$`,
  'i',
);
const IDEOGRAPHIC = new RegExp(
  String.raw`^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号號](?:\s*${TIME}(?:\s*${ZONE})?)?$`,
  'i',
);

type DateParts = Readonly<Record<string, string | undefined>>;

function offsetMs(zone: string | undefined): number {
  if (zone === undefined) return 0;
  const named = ZONE_HOURS[zone.toLowerCase()];
  if (named !== undefined) return named * 3_600_000;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

function monthOf(parts: DateParts): number {
  if (parts['month'] !== undefined) return Number(parts['month']) - 1;
  return MONTHS.indexOf((parts['name'] ?? '').slice(0, 3).toLowerCase());
}

/** Midnight UTC of a day; NaN for a day that does not exist, or near 1970, which an unset clock shows. */
function dayOf(parts: DateParts): number {
  const month = monthOf(parts);
  const year = Number(parts['year']);
  const day = new Date(Date.UTC(year, month, Number(parts['day'])));
  const exists = day.getUTCMonth() === month && day.getUTCDate() === Number(parts['day']);
  const unset = Math.abs(day.getTime()) <= 86_400_000;
  return exists && !unset && year >= 1800 && year <= 2100 ? day.getTime() : Number.NaN;
}

function toDateOrTime(parts: DateParts): DateOrTime | undefined {
  const day = dayOf(parts);
  if (Number.isNaN(day)) return undefined;
  if (parts['hour'] === undefined) return { date: new Date(day).toISOString().slice(0, 10) };
  const hour = Number(parts['hour']);
  const minute = Number(parts['minute']);
  const second = Number(parts['second'] ?? '0');
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const ms = Math.floor(Number(`0.${parts['fraction'] ?? '0'}`) * 1000);
  const local = day + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
  return { instant: new Date(local - offsetMs(parts['zone'])).toISOString() };
}

/**
 * Parses the `datetime` of a `<time>`: ISO 8601, the date of an e-mail or feed (RFC 5322), or milliseconds. A time without
 * a zone is taken as UTC: pages rarely name the zone, and the day is right for most readers. Undefined for a month, a
 * year, a time without a date, or a duration.
 */
export function readDatetime(value: string): DateOrTime | undefined {
  if (value.length > MAX_UNITS) return undefined;
  const text = value.trim();
  if (/^\d{13}$/.test(text)) {
    const { stampedAt } = readStamp(text);
    return stampedAt === null ? undefined : { instant: stampedAt };
  }
  const parts = (NUMERIC.exec(text) ?? SPELLED_OUT.exec(text) ?? IDEOGRAPHIC.exec(text))?.groups;
  return parts === undefined ? undefined : toDateOrTime(parts);
}

const LABEL = /^\s*(?:日期|时间|時間|发布时间|發佈時間|發布時間|Date|Published)\s*[:：]\s*/i;

/** Parses the date line of the older header, `日期：Sun, 28 Jun 2020 12:53:23 +0000`; undefined without its label. */
export function readDateLine(text: string): DateOrTime | undefined {
  if (text.length > MAX_UNITS) return undefined;
  const label = LABEL.exec(text)?.[0];
  return label === undefined ? undefined : readDatetime(text.slice(label.length));
}
