import { quietUntil } from './quiet-hours.ts';
import type { Schedule } from './schedule.ts';
import { nextSlot } from './slots.ts';

const MINUTE_MS = 60_000;

/** When an active subscription has to be looked at next, seen from now: at its next slot, or soon for what is sent as it comes. */
export function nextCheck(schedule: Schedule, now: Date): Date {
  if (schedule.kind === 'daily') return nextSlot(schedule, now);
  return quietUntil(schedule, now) ?? new Date(now.getTime() + MINUTE_MS);
}
