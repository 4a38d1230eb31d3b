import { parseBareDays, parseDays } from './parse-days.ts';
import { parseTimes } from './parse-times.ts';
import { isZoneWord, parseZone } from './parse-zone.ts';

/** Days, times and a zone from one phrase. */
export interface DayTimeZone {
  /** Empty if there are none. */
  days: readonly number[];
  times: readonly string[];
  zone?: string;
}

const MAX_CHARS = 60;
const HAN = /\p{Script=Han}/u;
const ZONE = String.raw`\(?(\p{L}{2,12}(?:时间|時間))\)?`;
const ZONE_FIRST = new RegExp(`^${ZONE}(.+)$`, 'u');
const ZONE_LAST = new RegExp(`^(.+?[点點时時半分刻\\d])${ZONE}$`, 'u');

/**
 * Parses days, times and a zone without spaces, as is usual in Chinese, or days with a part of the day: `工作日8点`,
 * `一三五晚上8点`, `北京时间早上8点`, `sunday evening`. Undefined for anything else, such as times alone.
 */
export function parseDayTimeZone(word: string): DayTimeZone | undefined {
  const text = word.normalize('NFKC').trim();
  if (text.length > MAX_CHARS) return undefined;
  const whole = parseClock(text);
  if (whole?.zone !== undefined) return { days: [], ...whole };
  for (const end of bordersOf(text)) {
    const [before, after] = [text.slice(0, end).trim(), text.slice(end).trim().replace(/^的/u, '')];
    const days = parseDays(before) ?? (/^[早晚上下中傍清]/u.test(after) ? parseBareDays(before) : undefined);
    const clock = days && (parseClock(after) ?? parseClock(`every ${after}`));
    if (days && clock) return { days, ...clock };
  }
  return undefined;
}

/** Possible positions to split at, last first: anywhere in Chinese, else between words. */
function bordersOf(text: string): number[] {
  const all = Array.from({ length: text.length - 1 }, (_, at) => text.length - 1 - at);
  return HAN.test(text) ? all : all.filter((at) => text[at] === ' ');
}

/** Parses times with an optional zone. */
function parseClock(text: string): Omit<DayTimeZone, 'days'> | undefined {
  const [, before, behind] = ZONE_FIRST.exec(text) ?? [];
  const [, first, after] = ZONE_LAST.exec(text) ?? [];
  const [name, rest = text] = before === undefined ? [after, first] : [before, behind];
  const times = parseTimes(rest);
  if (times === undefined || times === 'instant') return undefined;
  if (name === undefined) return { times };
  const zone = isZoneWord(name) ? parseZone(name) : undefined;
  return zone === undefined ? undefined : { times, zone };
}
