import { zonesOfCity } from '../schedule/city-zones.ts';
import { isZoneWord, zonesMeant } from '../schedule/parse-zone.ts';
import type { Meaning } from './lexicons.ts';

/** Zones that are also words: only capital letters mean them. */
const ABBREVIATED = /^(?:et|ct|mt|pt|la|sf|art|wat|eat|cat|wit|wet|west|eet|hst|z|ast|gst|adt|dc)$/u;
/** Names of zones that are also adjectives. */
const ADJECTIVE = /^(?:eastern|central|mountain|pacific|zulu|universal)$/u;
const ZONE_NAME = /(?:时间|時間|时区|時區|[东東西](?:[一二三四五六七八九十]{1,2}|\d{1,2})[区區]| time(?: ?zone)?)$/u;
const ZONE_BEHIND =
  /^[ )]*(?:(?:standard |local |daylight |summer )?time(?:zone)?\b|(?:时间|時間|时区|時區)(?!:)|标准时间|標準時間|(?:zeit|врем(?:я|ени)|час(?:ом)?|saati(?:yle|ne)?|시간(?:으로)?|समय)(?![\p{L}\p{M}]))/iu;
const ZONE_BEFORE = /(?:heure|hora|ora|horario|giờ|waktu|بتوقيت)(?: de| di)? $|(?:\d|утра|дня|вечера|ночи) по $/iu;
/** Enough to see a word for zone. */
const MAX_AFTER = 20;
const MIN_CITY = 50_000;
/** Smaller cities have names that are also words: `mobile`, `nice`. */
const MIN_CITY_IN_LOWER_CASE = 500_000;

/**
 * Reads a folded phrase of a text as a zone, or as a place that may be a topic too. Undefined for anything else: a small place
 * needs a word for zone behind it, and a name that is also a word needs capitals.
 */
export function readPlace(phrase: string, { typed, at }: { typed: string; at: number }): Meaning | undefined {
  const zones = zonesMeant(phrase);
  const spelled = typed.slice(at, at + phrase.length);
  const after = typed.slice(at + phrase.length, at + phrase.length + MAX_AFTER);
  if (ZONE_NAME.test(phrase) && after.startsWith(':')) return undefined;
  const isNamed = ZONE_NAME.test(phrase) || ZONE_BEHIND.test(after) || ZONE_BEFORE.test(typed.slice(0, at));
  if (zones.length === 0 || !(isNamed || isPlace(phrase, spelled, after))) return undefined;
  const isAmbiguous = /^[A-Z]{3,4}$/u.test(spelled) && zones.length > 1;
  return { kind: ZONE_NAME.test(phrase) || isAmbiguous ? 'zone' : 'place', zones };
}

function isPlace(phrase: string, typed: string, after: string): boolean {
  if (ABBREVIATED.test(phrase)) return typed === typed.toUpperCase();
  if (ADJECTIVE.test(phrase))
    return /^\s*(?:$|[,，)])/u.test(after) || (/^\p{Lu}/u.test(typed) && !/^ *\p{Lu}/u.test(after));
  if (isZoneWord(phrase)) return true;
  const population = zonesOfCity(phrase)?.population ?? 0;
  return population >= (/^\p{Lu}/u.test(typed) ? MIN_CITY : MIN_CITY_IN_LOWER_CASE);
}
