import { quietUntil } from './quiet-hours.ts';
import type { Schedule } from './schedule.ts';
import { nextSlot } from './slots.ts';

const MINUTE_MS = 60_000;

/** When to check an active subscription next: at its next slot; in a minute if it is instant, or when quiet hours end. */
export function nextCheck(schedule: Schedule, now: Date): Date {
  if (schedule.kind === 'daily') return nextSlot(schedule, now);
  return quietUntil(schedule, now) ?? new Date(now.getTime() + MINUTE_MS);
}
