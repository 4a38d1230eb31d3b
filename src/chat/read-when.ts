import { parseDays } from '../digest/parse-days.ts';
import { isTimeWord, parseTimes } from '../digest/parse-times.ts';
import { isZoneWord, parseZone } from '../digest/parse-zone.ts';
import { splitWhen } from '../digest/split-when.ts';
import { EVERY_DAY as EVERY, type Wish } from '../digest/subscribe.ts';
import type { Reader } from '../locales/reader.ts';
import { nearZones } from '../view/zone-menu.ts';
import { UsageError } from './usage-error.ts';

const EVERY_DAY = /^(?:daily|every ?day|每天|每日|天天|每[早晚])/iu;
const HOUR = /^(?:[01]?\d|2[0-3])$/u;

/** Whether words could only be meant as times, with days before them too: `工作日8点`; a number alone is an hour, as is `at 8`. */
export function areTimes(words: string): boolean {
  return (
    HOUR.test(words.replace(/^at\s+/iu, '')) ||
    isTimeWord(words) ||
    (!/\s/u.test(words) && splitWhen(words) !== undefined)
  );
}

/** Whether words could only be meant as a zone; several words only where they are one: `New York`. */
export function areZone(words: string): boolean {
  return isZoneWord(words) && (!/\s/u.test(words) || parseZone(words) !== undefined);
}

/** Times as they were typed, and the days that were typed with them: `every day 8:00`. Throws a `UsageError` for what no clock shows. */
export function readTimes(typed: string, { t }: Reader): Pick<Wish, 'times' | 'days'> {
  const said = typed.split(/\s+/u).filter((word) => word.toLowerCase() !== 'at');
  const words = said.map((word) => (HOUR.test(word) ? `${word}:00` : word));
  const joined = words.flatMap((word) => splitWhen(word) ?? []);
  const times = parseTimes(words.map((word) => splitWhen(word)?.times.join(' ') ?? word).join(' '));
  if (times === undefined) {
    if (words.some((word) => parseTimes(word) === 'instant')) throw new UsageError(t('wrong.instant'));
    const wrong = words.filter((word) => splitWhen(word) === undefined && parseTimes(word) === undefined);
    throw new UsageError(t('wrong.time', { typed: wrong.length === 0 ? typed : wrong.join(' ') }));
  }
  const days = EVERY_DAY.test(typed.trim()) ? EVERY : toSorted(joined.flatMap((when) => when.days));
  return { times, ...(days.length > 0 && { days }) };
}

function toSorted(days: readonly number[]): readonly number[] {
  return [...new Set(days)].toSorted((one, other) => one - other);
}

/** Days as they were typed. Throws a `UsageError` where they are none. */
export function readDays(typed: string, { t }: Reader): readonly number[] {
  const days = parseDays(typed);
  if (days !== undefined) return days;
  throw new UsageError(t('wrong.days', { typed }));
}

/** A zone as it was typed. Throws a `UsageError` with near ones as buttons where it is none; `choose` is what one types. */
export function readZone(typed: string, { reader, choose }: { reader: Reader; choose(zone: string): string }): string {
  const zone = parseZone(typed);
  if (zone !== undefined) return zone;
  throw new UsageError(reader.t('wrong.zone', { typed }), { actions: nearZones(typed, { choose }) });
}
