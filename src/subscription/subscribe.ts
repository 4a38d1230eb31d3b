import type { Selection } from '../library/selection.ts';
import type { QuietHours, Schedule } from '../schedule/schedule.ts';
import { EVERY_DAY } from '../schedule/schedule.ts';
import type { Subscription } from './subscription.ts';

/** How many subscriptions a chat may have. */
export const MAX_SUBSCRIPTIONS = 20;

/** Requested changes of a schedule; undefined keeps a value. */
export interface ScheduleRequest {
  times?: readonly string[] | 'instant' | undefined;
  days?: readonly number[] | undefined;
  /** Days to leave out of those that the schedule has. */
  daysOff?: readonly number[] | undefined;
  /** Whether times and days are added to those that the schedule has. */
  isAddition?: boolean;
  zone?: string | undefined;
}

/** The values of a new schedule that nobody requested otherwise. */
export interface ScheduleDefaults {
  time: string;
  zone: string;
  quiet: QuietHours | null;
}

/** Applies a request to a schedule. An instant schedule becomes daily if days are requested. */
export function changeSchedule(
  schedule: Schedule | undefined,
  request: ScheduleRequest,
  defaults: ScheduleDefaults,
): Schedule {
  const { times, days, zone = schedule?.zone } = request;
  const where = zone ?? defaults.zone;
  const wasInstant = schedule?.kind === 'instant';
  if (times === 'instant' || (wasInstant && times === undefined && days === undefined)) {
    return { kind: 'instant', zone: where, quiet: wasInstant ? schedule.quiet : defaults.quiet };
  }
  const old = schedule?.kind === 'daily' ? schedule : undefined;
  return {
    kind: 'daily',
    times: toUnion(request.isAddition === true ? old?.times : [], times) ?? old?.times ?? [defaults.time],
    days: changeDays(old?.days, request) ?? EVERY_DAY,
    zone: where,
  };
}

function changeDays(
  old: readonly number[] | undefined,
  { days, daysOff = [], isAddition }: ScheduleRequest,
): readonly number[] | undefined {
  const left = daysOff.length === 0 ? [] : (old ?? []).filter((day) => !daysOff.includes(day));
  return left.length > 0 ? left : (toUnion(isAddition === true ? old : [], days) ?? old);
}

function toUnion<Value extends string | number>(
  kept: readonly Value[] = [],
  added: readonly Value[] | undefined,
): readonly Value[] | undefined {
  return added && [...new Set([...kept, ...added])].toSorted((one, other) => (one < other ? -1 : 1));
}

/** Whether two selections are equal, apart from order and case. */
export function isSameSelection(one: Selection, other: Selection): boolean {
  return keyOf(one) === keyOf(other);
}

/** Whether two schedules are equal. */
export function isSameSchedule(one: Schedule, other: Schedule): boolean {
  return JSON.stringify(toPlain(one)) === JSON.stringify(toPlain(other));
}

/** A new active subscription. It does not cover earlier articles of the library. */
export function beginSubscription(
  draft: Omit<Subscription, 'state' | 'suspendedFor' | 'createdAt' | 'enqueuedUntil' | 'position' | 'sentUntil'>,
  { now, position }: { now: Date; position: number },
): Subscription {
  const at = now.toISOString();
  return {
    ...draft,
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
