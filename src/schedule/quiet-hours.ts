import type { QuietHours } from './schedule.ts';
import { msOfDay } from './time-of-day.ts';
import { zoneClock } from './zone-clock.ts';

/** Quiet hours by the wall clock of a zone. An instant schedule has this shape. */
export interface Quiet {
  zone: string;
  quiet: QuietHours | null;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * Whether an instant is in quiet hours: from their start (inclusive) to their end (exclusive). If both are the same time there
 * are none.
 */
export function isQuiet({ zone, quiet }: Quiet, at: Date): boolean {
  return quiet !== null && isWithin(quiet, zoneClock(zone).wallAt(at.getTime()));
}

/**
 * The end of the quiet hours around an instant; undefined if it is not in quiet hours. The wall clock decides: an hour that
 * occurs twice when clocks change may be quiet twice.
 */
export function quietUntil({ zone, quiet }: Quiet, at: Date): Date | undefined {
  const clock = zoneClock(zone);
  let instant = at.getTime();
  while (quiet !== null && isWithin(quiet, clock.wallAt(instant))) {
    const wait = modulo(msOfDay(quiet.to) - clock.wallAt(instant), DAY_MS);
    instant = Math.min(instant + wait, clock.nextChange(instant));
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

/** Formats quiet hours the way people type them. */
export function formatQuietHours({ from, to }: QuietHours): string {
  return `${from}-${to}`;
}
