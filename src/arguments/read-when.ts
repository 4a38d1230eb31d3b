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

/** Whether words can only be times, maybe with days: `工作日8点`. Numbers alone are hours: `at 8, 12 and 18`. */
export function areTimes(words: string): boolean {
  return hoursOf(words) !== undefined || isTimeWord(words) || parseDayTimeZone(words) !== undefined;
}

/** Whether words can only be a time zone. Several words must be the name of one: `New York`. */
export function areZone(words: string): boolean {
  return isZoneWord(words) && (!/\s/u.test(words) || parseZone(words) !== undefined);
}

/** Whether a zone is only the name of a place, which may also be a topic. */
export function isPlaceAlone(words: string): boolean {
  return !/[\d/+]|(?:时间|時間|时区|時區|\btime)$/iu.test(words.trim());
}

/** Reads typed times, and the days and zone typed with them. Throws a `UsageError` for an invalid time. */
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
  const merged = days.length === 0 && EVERY_DAY.test(typed.trim()) ? EVERY : days;
  return { times, ...(merged.length > 0 && { days: merged }), ...(zone !== undefined && { zone }) };
}

interface Piece {
  text: string;
  /** Set if it may contain days or a zone too. */
  when: DayTimeZone | undefined;
}

/** Splits typed times into phrases that can be parsed on their own. */
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

/** Numbers alone are hours. */
function hoursOf(words: string): readonly string[] | undefined {
  const text = normalizeTimeWords(words.normalize('NFKC').toLowerCase()).replace(AT, '');
  const hours = text.split(BETWEEN).filter((hour) => hour !== '');
  return hours.length > 0 && hours.every((hour) => HOUR.test(hour)) ? hours : undefined;
}

function toSorted(days: readonly number[]): readonly number[] {
  return [...new Set(days)].toSorted((one, other) => one - other);
}

/** Reads typed days. Throws a `UsageError` if they cannot be parsed. */
export function readDays(typed: string, { t }: Audience): readonly number[] {
  const days = parseDays(typed);
  if (days !== undefined) return days;
  throw new UsageError(t('wrong.days', { typed }));
}

/** Joins days typed on their own and with times. `Every day` adds nothing to named days. */
export function joinDays(apart: readonly number[], withTimes: readonly number[] = []): readonly number[] {
  const named = [apart, withTimes].filter(({ length }) => length > 0 && length < EVERY.length);
  return named.length === 0 ? EVERY : toSorted(named.flat());
}

/** Reads a typed zone. Throws a `UsageError` with similar zones as buttons; `choose` makes the command of a button. */
export function readZone(
  typed: string,
  { audience, choose }: { audience: Audience; choose(zone: string): string },
): string {
  const zone = parseZone(typed);
  if (zone !== undefined) return zone;
  throw new UsageError(audience.t('wrong.zone', { typed }), { actions: nearZones(typed, { choose }) });
}
