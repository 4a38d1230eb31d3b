import { cityOf } from '../locales/zone-name.ts';
import { cities } from './cities.ts';
import { zonesOfCity } from './city-zones.ts';
import { countries } from './countries.ts';
import { namedZones, severalZones } from './zone-names.ts';
import { toKey, toKnownName, zones } from './zones.ts';
import { zonesShownAs } from './zones-shown-as.ts';

const MAX_CHARS = 80;
const OFFSET = /^(?:(?:utc|gmt)\s*)?([+-])\s*(\d{1,2}(?!\d)|\d{2}(?=\d{2}$))(?::?(\d{2})|[.,](5|25|75))?$/u;
const CHINESE_OFFSET = /^[东東西](?:[一二三四五六七八九十]{1,2}|\d{1,2})[区區]$/u;
const HAS_REGION =
  /^(?:africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe|indian|mexico|pacific|us)\//u;
const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

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
 * Parses an IANA zone: its name in any case (an old name gives the current one) or as a language shows it, a city or country, an
 * offset from UTC (`utc+8` is Etc/GMT-8, since IANA inverts the sign; one with minutes only if a zone has it all year), or an
 * abbreviation with one meaning. Undefined for anything else.
 */
export function parseZone(typed: string): string | undefined {
  const text = toPlain(typed);
  const zone = parseAnywhere(text) ?? byPlace.get(toKey(text));
  if (zone !== undefined || severalZones.has(text)) return zone;
  const [only, ...others] = zonesNamed(typed);
  return others.length === 0 ? only : undefined;
}

/** The zones that a text may mean, most likely first: several for `CST`; none if it is not a zone. */
export function zonesMeant(typed: string): readonly string[] {
  const zone = parseZone(typed);
  if (zone !== undefined) return [zone];
  const text = toPlain(typed);
  return severalZones.get(text) ?? zonesNamed(typed);
}

/** The zones of cities with a name, or shown by it. */
function zonesNamed(typed: string): readonly string[] {
  return zonesOfCity(toPlain(typed))?.zones ?? zonesShownAs(typed.slice(0, MAX_CHARS).trim());
}

/**
 * Whether a word can only mean a zone: a name with its region, an offset, an abbreviation, or a big city. Smaller places and
 * countries (`center`, `japan`) may mean something else.
 */
export function isZoneWord(word: string): boolean {
  const text = toPlain(word);
  if (HAS_REGION.test(text) || OFFSET.test(text) || severalZones.has(text)) return true;
  return parseAnywhere(text) !== undefined || byGreatCity.has(toKey(text));
}

function parseAnywhere(text: string): string | undefined {
  return namedZones.get(text) ?? parseOffset(text) ?? byName.get(text.replaceAll(' ', '_')) ?? parseOldName(text);
}

function parseOffset(text: string): string | undefined {
  const hoursTyped = text.slice(1, -1);
  const chinese = CHINESE_OFFSET.test(text)
    ? (Number(hoursTyped) || NUMERALS.indexOf(hoursTyped)) * (text.startsWith('西') ? -1 : 1)
    : 0;
  if (chinese !== 0) return toZone(chinese * 60);
  const [, sign, hours, typed = '0', part = ''] = OFFSET.exec(text) ?? [];
  const minutes = { 5: 30, 25: 15, 75: 45 }[part] ?? typed;
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
    .replace(
      /\s*(?:(?:标准|標準|夏令)?(?:时间|時間)|时区|時區|(?<=\p{L} )(?:(?:standard |daylight |summer |local )?time(?: ?zone)?))$/u,
      '',
    );
}
