import { Temporal } from 'temporal-polyfill';

/** A zone's wall clock. Instants are milliseconds since 1970 in UTC; wall-clock times the same number as if the wall clock were UTC's. */
export interface ZoneClock {
  /** What the wall clock shows at an instant. */
  wallAt(instant: number): number;
  /**
   * When the wall clock shows a time: the first time that it does. A time that it skips counts from before the gap, so that
   * 02:30 in a gap from 02:00 to 03:00 is 03:30; undefined on a day that the zone skips whole.
   */
  instantOf(wall: number): number | undefined;
  /** Until when the wall clock goes on evenly from an instant: its next change, or Infinity. */
  evenUntil(instant: number): number;
}

/** A time through which a zone's wall clock goes evenly; `until` is the change that ends it. */
interface Stretch {
  from: number;
  until: number;
  offset: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What is looked up begins at a multiple of this, so that questions near each other share their answers. */
const CHUNK_MS = 64 * DAY_MS;
/** No zone's wall clock has been further from UTC: https://data.iana.org/time-zones/tzdb/asia (Manila, -15:56). */
const FURTHEST_MS = 16 * HOUR_MS;

const clocks = new Map<string, ZoneClock>();

/**
 * The wall clock of an IANA zone. It remembers the zone's changes that it has seen: asking again costs no look-up.
 * @throws RangeError for a zone that does not exist.
 */
export function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = createZoneClock(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId);
  clocks.set(zone, clock);
  return clock;
}

function createZoneClock(zone: string): ZoneClock {
  const stretches: Stretch[] = [];

  function stretchAt(instant: number): Stretch {
    const known = stretches.find(({ from, until }) => from <= instant && instant < until);
    if (known !== undefined) return known;
    const found = lookUp(zone, instant);
    stretches.push(found);
    return found;
  }

  return {
    wallAt: (instant) => instant + stretchAt(instant).offset,
    instantOf(wall) {
      let { until, offset } = stretchAt(wall - FURTHEST_MS);
      while (wall >= until + offset) {
        const next = stretchAt(until);
        const gap = next.offset - offset;
        if (wall < until + next.offset) return gap < DAY_MS ? wall - offset : undefined;
        ({ until, offset } = next);
      }
      return wall - offset;
    },
    evenUntil: (instant) => stretchAt(instant).until,
  };
}

function lookUp(zone: string, instant: number): Stretch {
  let at = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant / CHUNK_MS) * CHUNK_MS).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    const until = next?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    if (next === null || instant < until) {
      return { from: at.epochMilliseconds, until, offset: at.offsetNanoseconds / 1_000_000 };
    }
    at = next;
  }
}
