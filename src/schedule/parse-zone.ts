import { cities, countries } from './countries.ts';
import { cityOf, toKey, toKnownName, zones } from './zones.ts';

const MAX_CHARS = 80;
const OFFSET = /^(?:(?:utc|gmt)\s*)?([+-])\s*(\d{1,2}(?!\d)|\d{2}(?=\d{2}$))(?::?(\d{2}))?$/u;
const CHINESE_OFFSET = /^[东東西][一二三四五六七八九十]{1,2}[区區]$/u;
const HAS_REGION =
  /^(?:africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe|indian|mexico|pacific|us)\//u;
const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Abbreviations with one meaning. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    utc: 'UTC',
    gmt: 'UTC',
    世界时: 'UTC',
    世界時: 'UTC',
    est: 'America/New_York',
    edt: 'America/New_York',
    pst: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
    mst: 'America/Denver',
    mdt: 'America/Denver',
    cdt: 'America/Chicago',
    cet: 'Europe/Berlin',
    cest: 'Europe/Berlin',
    msk: 'Europe/Moscow',
    hkt: 'Asia/Hong_Kong',
    jst: 'Asia/Tokyo',
    kst: 'Asia/Seoul',
  }),
);

/** Abbreviations with several. */
const AMBIGUOUS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    cst: ['Asia/Shanghai', 'America/Chicago'],
    ist: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
    bst: ['Europe/London', 'Asia/Dhaka'],
  }),
);

/** Zones whose offset has minutes and never changes, by the offset in minutes. */
const PARTS_OF_HOURS: ReadonlyMap<number, string> = new Map([
  [-570, 'Pacific/Marquesas'],
  [210, 'Asia/Tehran'],
  [270, 'Asia/Kabul'],
  [330, 'Asia/Kolkata'],
  [345, 'Asia/Kathmandu'],
  [390, 'Asia/Yangon'],
  [525, 'Australia/Eucla'],
  [570, 'Australia/Darwin'],
]);

const byName = new Map(zones.map((zone) => [zone.toLowerCase(), zone]));
const byGreatCity = new Map(
  [...cities].flatMap(([zone, names]) => [cityOf(zone), ...names].map((name) => [toKey(name), zone])),
);
const byCountry = [...countries].flatMap(([zone, names]) => names.map((name) => [toKey(name), zone] as const));
const byPlace = new Map([...byCountry, ...zones.map((zone) => [toKey(cityOf(zone)), zone] as const), ...byGreatCity]);

/**
 * Parses an IANA zone: its name in any case (an old name gives the current one), a city or country in English or Chinese, an
 * offset from UTC (`utc+8` is Etc/GMT-8, since IANA inverts the sign; one with minutes only if a zone has it all year), or an
 * abbreviation with one meaning. Undefined for anything else.
 */
export function parseZone(typed: string): string | undefined {
  const text = toPlain(typed);
  return parseAnywhere(text) ?? byPlace.get(toKey(text));
}

/** The zones that a text may mean, most likely first: several for `CST`; none if it is not a zone. */
export function zonesMeant(typed: string): readonly string[] {
  const zone = parseZone(typed);
  return zone === undefined ? (AMBIGUOUS.get(toPlain(typed)) ?? []) : [zone];
}

/**
 * Whether a word can only mean a zone: a name with its region, an offset, an abbreviation, or a big city. Smaller places and
 * countries (`center`, `japan`) may mean something else.
 */
export function isZoneWord(word: string): boolean {
  const text = toPlain(word);
  if (HAS_REGION.test(text) || OFFSET.test(text) || AMBIGUOUS.has(text)) return true;
  return parseAnywhere(text) !== undefined || byGreatCity.has(toKey(text));
}

function parseAnywhere(text: string): string | undefined {
  return ABBREVIATIONS.get(text) ?? parseOffset(text) ?? byName.get(text.replaceAll(' ', '_')) ?? parseOldName(text);
}

function parseOffset(text: string): string | undefined {
  const chinese = CHINESE_OFFSET.test(text)
    ? NUMERALS.indexOf(text.slice(1, -1)) * (text.startsWith('西') ? -1 : 1)
    : 0;
  if (chinese !== 0) return toZone(chinese * 60);
  const [, sign, hours, minutes = '0'] = OFFSET.exec(text) ?? [];
  if (hours === undefined || Number(minutes) > 59) return undefined;
  return toZone((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)));
}

function toZone(offsetMinutes: number): string | undefined {
  const hours = offsetMinutes / 60;
  if (offsetMinutes === 0) return 'UTC';
  if (!Number.isInteger(hours)) return PARTS_OF_HOURS.get(offsetMinutes);
  return hours < -12 || hours > 14 ? undefined : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

/** `US/Eastern`, `Asia/Chongqing`, `Etc/GMT-8`: names that Node knows but does not list. */
function parseOldName(text: string): string | undefined {
  if (!HAS_REGION.test(text)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text.replaceAll(' ', '_') }).resolvedOptions();
    return toKnownName(timeZone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function toPlain(typed: string): string {
  return typed
    .slice(0, MAX_CHARS)
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll('\u2212', '-')
    .replace(/\s*(?:时间|時間|时区|時區|(?<=[a-z] )time)$/u, '');
}
