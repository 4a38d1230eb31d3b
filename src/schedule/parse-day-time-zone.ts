import { parseBareDays, parseDays } from './parse-days.ts';
import { parseTimes } from './parse-times.ts';
import { isZoneWord, parseZone } from './parse-zone.ts';

/** When, as it is told in one breath. */
export interface DayTimeZone {
  /** Empty where none are told. */
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
 * Days, times and a zone that someone typed as one word, as is usual in Chinese, or days with the part of a day: `工作日8点`,
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

/** Where one thing may end and the next begin, from the end on: anywhere in Chinese, else between words. */
function bordersOf(text: string): number[] {
  const all = Array.from({ length: text.length - 1 }, (_, at) => text.length - 1 - at);
  return HAN.test(text) ? all : all.filter((at) => text[at] === ' ');
}

/** Times, and the zone that they are told in. */
function parseClock(text: string): Omit<DayTimeZone, 'days'> | undefined {
  const [, before, behind] = ZONE_FIRST.exec(text) ?? [];
  const [, first, after] = ZONE_LAST.exec(text) ?? [];
  const [told, rest = text] = before === undefined ? [after, first] : [before, behind];
  const times = parseTimes(rest);
  if (times === undefined || times === 'instant') return undefined;
  if (told === undefined) return { times };
  const zone = isZoneWord(told) ? parseZone(told) : undefined;
  return zone === undefined ? undefined : { times, zone };
}
