import type { Selection } from '../library/selection.ts';
import type { QuietHours, Schedule } from '../schedule/schedule.ts';
import { EVERY_DAY } from '../schedule/schedule.ts';
import type { DigestStyle } from './digest-style.ts';
import type { Subscription } from './subscription.ts';

/** How many subscriptions a chat may have. */
export const MAX_SUBSCRIPTIONS = 20;

/** What was asked of a subscription; what is undefined stays as it is. */
export interface ScheduleRequest {
  times?: readonly string[] | 'instant' | undefined;
  days?: readonly number[] | undefined;
  zone?: string | undefined;
  style?: DigestStyle | undefined;
}

/** What a schedule is made of where nothing is asked. */
export interface ScheduleDefaults {
  time: string;
  zone: string;
  quiet: QuietHours | null;
}

/** A schedule with what was asked, and all else as it was. One that sends as articles come has no days: asked for days, it is daily. */
export function changeSchedule(
  schedule: Schedule | undefined,
  { times, days, zone = schedule?.zone }: ScheduleRequest,
  defaults: ScheduleDefaults,
): Schedule {
  const where = zone ?? defaults.zone;
  const wasInstant = schedule?.kind === 'instant';
  if (times === 'instant' || (wasInstant && times === undefined && days === undefined)) {
    return { kind: 'instant', zone: where, quiet: wasInstant ? schedule.quiet : defaults.quiet };
  }
  const daily = schedule?.kind === 'daily' ? schedule : undefined;
  return {
    kind: 'daily',
    times: times ?? daily?.times ?? [defaults.time],
    days: days ?? daily?.days ?? EVERY_DAY,
    zone: where,
  };
}

/** Whether two selections take the same articles, in whatever order and case they are told. */
export function isSameSelection(one: Selection, other: Selection): boolean {
  return keyOf(one) === keyOf(other);
}

/** Whether two schedules are the same. */
export function isSameSchedule(one: Schedule, other: Schedule): boolean {
  return JSON.stringify(toPlain(one)) === JSON.stringify(toPlain(other));
}

/** A subscription that begins now: what came into the library before is not for it. */
export function beginSubscription(
  told: Omit<Subscription, 'state' | 'suspendedFor' | 'createdAt' | 'enqueuedUntil' | 'position' | 'sentUntil'>,
  { now, position }: { now: Date; position: number },
): Subscription {
  const at = now.toISOString();
  return {
    ...told,
    state: 'active',
    suspendedFor: null,
    createdAt: at,
    enqueuedUntil: at,
    position,
    sentUntil: null,
  };
}

function keyOf({ sources, topics, without }: Selection): string {
  return JSON.stringify([sources, topics, without].map((words) => words.map((word) => word.toLowerCase()).toSorted()));
}

function toPlain(schedule: Schedule): unknown[] {
  return schedule.kind === 'daily'
    ? [schedule.zone, schedule.times, schedule.days]
    : [schedule.zone, schedule.quiet?.from, schedule.quiet?.to];
}
