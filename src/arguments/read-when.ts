import { UsageError } from '../chat/usage-error.ts';
import type { Audience } from '../locales/audience.ts';
import { nearZones } from '../presenters/zone-menu.ts';
import { normalizeTimeWords } from '../schedule/normalize-time-words.ts';
import { type DayTimeZone, parseDayTimeZone } from '../schedule/parse-day-time-zone.ts';
import { parseDays } from '../schedule/parse-days.ts';
import { isTimeWord, parseTimes } from '../schedule/parse-times.ts';
import { isZoneWord, parseZone } from '../schedule/parse-zone.ts';
import { EVERY_DAY as EVERY } from '../schedule/schedule.ts';
import type { ScheduleRequest } from '../subscription/subscribe.ts';
import { adjacentTokens } from './match-args.ts';

const EVERY_DAY = /^(?:daily|(?:every|each) ?(?:day|morning|afternoon|evening|night)|每天|每日|天天|每[早晚])/iu;
const HOUR = /^(?:[01]?\d|2[0-3])$/u;
const AT = /^(?:at|around|about|by)\s+/iu;
const BETWEEN = /(?:[\s,;、&]|(?<![a-z])and(?![a-z])|[和與与及])+/iu;

/** Whether words could only be meant as times, with days before them too: `工作日8点`; numbers alone are hours, as are `at 8, 12 and 18`. */
export function areTimes(words: string): boolean {
  return hoursOf(words) !== undefined || isTimeWord(words) || parseDayTimeZone(words) !== undefined;
}

/** Whether words could only be meant as a zone; several words only where they are one: `New York`. */
export function areZone(words: string): boolean {
  return isZoneWord(words) && (!/\s/u.test(words) || parseZone(words) !== undefined);
}

/** Whether words that are a zone are the bare name of a place, which may as well be a topic. */
export function isPlaceAlone(words: string): boolean {
  return !/[\d/+]|(?:时间|時間|时区|時區|\btime)$/iu.test(words.trim());
}

/** Times as they were typed, and the days and the zone that were typed with them. Throws a `UsageError` for what no clock shows. */
export function readTimes(typed: string, { t }: Audience): Pick<ScheduleRequest, 'times' | 'days' | 'zone'> {
  const pieces = piecesOf(typed);
  const times = parseTimes(pieces.map(({ when, text }) => when?.times.join(' ') ?? text).join(' '));
  const zone = pieces.find(({ when }) => when?.zone !== undefined)?.when?.zone;
  if (times === undefined) {
    if (pieces.some(({ text }) => parseTimes(text) === 'instant')) throw new UsageError(t('wrong.instant'));
    const wrong = pieces.filter(({ when, text }) => when === undefined && parseTimes(text) === undefined);
    throw new UsageError(
      t('wrong.time', { typed: wrong.length === 0 ? typed : wrong.map(({ text }) => text).join(' ') }),
    );
  }
  const days = toSorted(pieces.flatMap(({ when }) => when?.days ?? []));
  const said = days.length === 0 && EVERY_DAY.test(typed.trim()) ? EVERY : days;
  return { times, ...(said.length > 0 && { days: said }), ...(zone !== undefined && { zone }) };
}

interface Piece {
  text: string;
  /** Set where more than times is told in it. */
  when: DayTimeZone | undefined;
}

/** What belongs together of times that were typed, each as `parseTimes` reads it where it can be read. */
function piecesOf(typed: string): Piece[] {
  const words = typed.split(/\s+/u);
  const pieces: Piece[] = [];
  while (words.length > 0) {
    const size = adjacentTokens(words.length).find((run) => areTimes(words.slice(0, run).join(' '))) ?? 1;
    const taken = words.splice(0, size).join(' ');
    const hours = hoursOf(taken)?.map((hour) => `${hour}:00`);
    pieces.push({ text: hours?.join(' ') ?? taken, when: hours ? undefined : parseDayTimeZone(taken) });
  }
  return pieces;
}

/** Numbers alone, which are hours. */
function hoursOf(words: string): readonly string[] | undefined {
  const text = normalizeTimeWords(words.normalize('NFKC').toLowerCase()).replace(AT, '');
  const hours = text.split(BETWEEN).filter((hour) => hour !== '');
  return hours.length > 0 && hours.every((hour) => HOUR.test(hour)) ? hours : undefined;
}

function toSorted(days: readonly number[]): readonly number[] {
  return [...new Set(days)].toSorted((one, other) => one - other);
}

/** Days as they were typed. Throws a `UsageError` where they are none. */
export function readDays(typed: string, { t }: Audience): readonly number[] {
  const days = parseDays(typed);
  if (days !== undefined) return days;
  throw new UsageError(t('wrong.days', { typed }));
}

/** Days that were typed apart and with times. `Every day` says nothing where others are named. */
export function joinDays(apart: readonly number[], withTimes: readonly number[] = []): readonly number[] {
  const named = [apart, withTimes].filter(({ length }) => length > 0 && length < EVERY.length);
  return named.length === 0 ? EVERY : toSorted(named.flat());
}

/** A zone as it was typed. Throws a `UsageError` with near ones as buttons where it is none; `choose` is what one types. */
export function readZone(
  typed: string,
  { audience, choose }: { audience: Audience; choose(zone: string): string },
): string {
  const zone = parseZone(typed);
  if (zone !== undefined) return zone;
  throw new UsageError(audience.t('wrong.zone', { typed }), { actions: nearZones(typed, { choose }) });
}
