import { EVERY_DAY } from '../schedule/schedule.ts';
import type { Resolved } from './resolve.ts';
import { toSorted } from './scan-numbers.ts';

/** Times on days; empty where they were not named. */
export interface PlainSchedule {
  times: readonly string[];
  days: readonly number[];
}

type Clause = ({ kind: 'days'; days: readonly number[] } | { kind: 'times'; minutes: readonly number[] }) & {
  /** Whether a comma or `and` stands before it. */
  isApart: boolean;
};

const WHEN = /^(?:clock|days|daily)$/u;
const ABOUT = /^(?:word|quoted|placeTopic|source)$/u;

/** Reads when digests are wanted. There are several schedules if days have times of their own: `Mon 8am, Sat 10am`. */
export function readSchedules(
  items: readonly Resolved[],
  unwantedDays: readonly number[],
): PlainSchedule & { daysOff: readonly number[]; schedules: readonly PlainSchedule[] } {
  const clauses = toClauses(items);
  const schedules = pairUp(clauses);
  const days = joinDays(
    clauses.flatMap((one) => (one.kind === 'days' ? [one.days] : [])),
    items,
  );
  const kept =
    unwantedDays.length === 0
      ? days
      : (days.length === 0 ? EVERY_DAY : days).filter((day) => !unwantedDays.includes(day));
  const minutes = clauses.flatMap((one) => (one.kind === 'times' ? one.minutes : []));
  return {
    times: toTimes(items.some(({ kind }) => kind === 'twice') ? twice(minutes) : minutes),
    days: kept,
    daysOff: days.length === 0 ? toSorted(unwantedDays) : [],
    schedules,
  };
}

function toClauses(items: readonly Resolved[]): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const [at, { kind, days, minutes }] of items.entries()) {
    const last = clauses.at(-1);
    const before = items.slice(0, at).findLast((item) => !/^(?:filler|at)$/u.test(item.kind));
    const isApart = /^(?:comma|and)$/u.test(before?.kind ?? '');
    if (kind === 'clock' && minutes !== undefined) {
      if (last?.kind === 'times') clauses[clauses.length - 1] = { ...last, minutes: [...last.minutes, minutes] };
      else clauses.push({ kind: 'times', minutes: [minutes], isApart });
    } else if ((kind === 'days' || kind === 'daily') && days !== undefined) {
      const isMore =
        last?.kind === 'days' &&
        (last.days.length === 7 || !/^(?:headlines|brief|full|word|quoted)$/u.test(items[at - 1]?.kind ?? ''));
      if (isMore) clauses[clauses.length - 1] = { ...last, days: joinDays([last.days, days], []) };
      else clauses.push({ kind: 'days', days, isApart });
    }
  }
  return clauses;
}

/** Every day adds nothing to named days; weekly is on Mondays, if no day is named. */
function joinDays(all: readonly (readonly number[])[], items: readonly Resolved[]): readonly number[] {
  const named = all.filter(({ length }) => length < EVERY_DAY.length);
  if (named.length > 0) return toSorted(named.flat());
  if (items.some(({ kind }) => kind === 'weekly')) return [1];
  return all.length > 0 ? EVERY_DAY : [];
}

/** Pairs of days and times, in the order of the first pair, where both differ between pairs. */
function pairUp(clauses: readonly Clause[]): readonly PlainSchedule[] {
  const [first, days, last, ...others] = clauses;
  // `8点，周六10点`: eight on all other days.
  if (
    first?.kind === 'times' &&
    days?.kind === 'days' &&
    days.isApart &&
    last?.isApart === false &&
    others.length === 0
  )
    return [{ ...toPair(first), days: EVERY_DAY.filter((day) => !days.days.includes(day)) }, toPair(days, last)];
  if (clauses.length < 4) return [];
  const pairs = clauses.flatMap((one, at) =>
    at % 2 === 0 && at + 1 < clauses.length ? [toPair(one, clauses[at + 1])] : [],
  );
  const differ = (key: keyof PlainSchedule) => new Set(pairs.map((pair) => pair[key].join(' '))).size > 1;
  return differ('days') && differ('times') ? pairs : [];
}

function toPair(...clauses: readonly (Clause | undefined)[]): PlainSchedule {
  const minutes = clauses.flatMap((one) => (one?.kind === 'times' ? one.minutes : []));
  return { times: toTimes(minutes), days: clauses.flatMap((one) => (one?.kind === 'days' ? one.days : [])) };
}

/** Topics and sites with times or days of their own: `8am for Taiwan and 8pm for sport`. */
export function schedulesByTopic(
  items: readonly Resolved[],
): readonly (PlainSchedule & { about: readonly Resolved[] })[] {
  const runs: { isWhen: boolean; items: Resolved[] }[] = [];
  for (const item of items.filter(({ kind }) => WHEN.test(kind) || ABOUT.test(kind))) {
    const [isWhen, last] = [WHEN.test(item.kind), runs.at(-1)];
    if (last?.isWhen === isWhen) last.items.push(item);
    else runs.push({ isWhen, items: [item] });
  }
  if (runs.length < 4 || runs.length % 2 === 1) return [];
  const pairs = runs.flatMap((run, at) => {
    if (at % 2 === 1) return [];
    const [when, about] = run.isWhen ? [run, runs[at + 1]] : [runs[at + 1], run];
    return [{ ...toPair(...toClauses(when?.items ?? [])), about: about?.items ?? [] }];
  });
  return new Set(pairs.map(({ times, days }) => [...times, ...days].join(' '))).size > 1 ? pairs : [];
}

function twice(minutes: readonly number[]): readonly number[] {
  const [only, ...others] = new Set(minutes);
  if (only === undefined) return [8 * 60, 20 * 60];
  return others.length > 0 ? minutes : [only, (only + 12 * 60) % (24 * 60)];
}

/** The minutes after midnight as sorted `HH:MM`, each once. */
export function toTimes(minutes: readonly number[]): readonly string[] {
  const times = minutes.map((all) =>
    [Math.floor(all / 60), all % 60].map((one) => String(one).padStart(2, '0')).join(':'),
  );
  return [...new Set(times)].toSorted();
}
