import { quietUntil } from './quiet-hours.ts';
import type { Schedule } from './schedule.ts';
import { nextSlot } from './slots.ts';

/** When to check an active subscription next: at its next slot; at the next tick if it is instant, or when quiet hours end. */
export function nextCheck(schedule: Schedule, now: Date): Date {
  if (schedule.kind === 'daily') return nextSlot(schedule, now);
  return quietUntil(schedule, now) ?? now;
}
