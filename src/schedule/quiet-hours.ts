import type { QuietHours } from './schedule.ts';
import { msOfDay } from './time-of-day.ts';
import { zoneClock } from './zone-clock.ts';

/** Quiet hours by the wall clock of a zone; a schedule that sends as articles come is one. */
export interface Quiet {
  zone: string;
  quiet: QuietHours | null;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * Whether the wall clock of the zone shows quiet hours: from their beginning, and up to their end without it. Where both are
 * the same time there are none: a chat that never wants anything has no subscription.
 */
export function isQuiet({ zone, quiet }: Quiet, at: Date): boolean {
  return quiet !== null && isWithin(quiet, zoneClock(zone).wallAt(at.getTime()));
}

/**
 * When the quiet hours are over in which an instant is: the first instant after it that is not quiet; undefined where it is
 * not quiet itself. Where the clocks change, what they show decides: an hour that comes twice may be quiet twice.
 */
export function quietUntil({ zone, quiet }: Quiet, at: Date): Date | undefined {
  const clock = zoneClock(zone);
  let instant = at.getTime();
  while (quiet !== null && isWithin(quiet, clock.wallAt(instant))) {
    const wait = modulo(msOfDay(quiet.to) - clock.wallAt(instant), DAY_MS);
    instant = Math.min(instant + wait, clock.evenUntil(instant));
  }
  return instant === at.getTime() ? undefined : new Date(instant);
}

function isWithin({ from, to }: QuietHours, wall: number): boolean {
  const begin = msOfDay(from);
  return modulo(wall - begin, DAY_MS) < modulo(msOfDay(to) - begin, DAY_MS);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
