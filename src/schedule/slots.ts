import type { Schedule } from './schedule.ts';
import { msOfDay } from './time-of-day.ts';
import { type ZoneClock, zoneClock } from './zone-clock.ts';

type Daily = Schedule & { kind: 'daily' };

const DAY_MS = 24 * 60 * 60_000;
/** Every schedule has a slot within three weeks, even if a zone skips the only wanted day of a week. */
const DAYS_AHEAD = 21;
/** Missed slots are counted up to this; the exact number does not matter then. */
const MISSED_MOST = 100;

/**
 * The first slot strictly after an instant. A time skipped by the clocks moves by the length of the gap, and merges with a slot
 * that it meets there; of a time that occurs twice the first counts. A day that a zone skips entirely has no slots.
 * @throws RangeError for a schedule without times or days, an unknown zone, or an invalid instant.
 */
export function nextSlot(schedule: Daily, after: Date): Date {
  const clock = zoneClock(schedule.zone);
  const today = dayOf(clock.wallAt(after.getTime()));
  const firstOf = (day: number) => Math.min(...slotsOf(schedule, day, clock).filter((slot) => slot > after.getTime()));
  for (let day = today - 2; day < today + DAYS_AHEAD; day += 1) {
    const first = firstOf(day);
    // A gap over midnight can move a day's last slot after the next day's first.
    if (Number.isFinite(first)) return new Date(Math.min(first, firstOf(day + 1)));
  }
  throw new RangeError(`A schedule without a slot: ${JSON.stringify(schedule)}`);
}

/**
 * The newest slot after one instant and up to another, and how many slots came before it in that range (100 at most). Undefined
 * if there is none. The work is bounded for any range.
 * @throws RangeError for an unknown zone, or an invalid instant.
 */
export function lastSlot(
  schedule: Daily,
  { after, upTo }: { after: Date; upTo: Date },
): { slot: Date; missed: number } | undefined {
  const clock = zoneClock(schedule.zone);
  const first = dayOf(clock.wallAt(after.getTime())) - 2;
  const slots = new Set<number>();
  for (let day = dayOf(clock.wallAt(upTo.getTime())) + 1; day >= first && slots.size <= MISSED_MOST; day -= 1) {
    for (const slot of slotsOf(schedule, day, clock)) {
      if (slot > after.getTime() && slot <= upTo.getTime()) slots.add(slot);
    }
  }
  if (slots.size === 0) return undefined;
  return { slot: new Date(Math.max(...slots)), missed: Math.min(slots.size - 1, MISSED_MOST) };
}

/** The unsorted slots of a day; days count from 1970-01-01. */
function slotsOf({ times, days }: Daily, day: number, clock: ZoneClock): number[] {
  if (!days.includes(dayOfWeek(day))) return [];
  return times.map((time) => clock.instantOf(day * DAY_MS + msOfDay(time))).filter((slot) => slot !== undefined);
}

function dayOf(wall: number): number {
  return Math.floor(wall / DAY_MS);
}

/** 1 for Monday to 7 for Sunday; 1970-01-01 was a Thursday. */
function dayOfWeek(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
