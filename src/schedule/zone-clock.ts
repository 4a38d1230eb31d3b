import { Temporal } from 'temporal-polyfill';

/** A zone's wall clock. Instants are milliseconds since 1970 in UTC; wall-clock times are the same, read as if they were UTC. */
export interface ZoneClock {
  /** The wall-clock time at an instant. */
  wallAt(instant: number): number;
  /**
   * The first instant with a wall-clock time. A skipped time counts from before the gap: 02:30 in a gap from 02:00 to 03:00 is
   * 03:30. Undefined on a day that the zone skips entirely.
   */
  instantOf(wall: number): number | undefined;
  /** The next change of the UTC offset after an instant, or Infinity. */
  nextChange(instant: number): number;
}

/** A period with one UTC offset; `until` is the change that ends it. */
interface OffsetPeriod {
  from: number;
  until: number;
  offset: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Look-ups start at multiples of this, so that close instants share a cached period. */
const CHUNK_MS = 64 * DAY_MS;
/** The largest UTC offset of any zone: https://data.iana.org/time-zones/tzdb/asia (Manila, -15:56). */
const MAX_OFFSET_MS = 16 * HOUR_MS;

const clocks = new Map<string, ZoneClock>();

/**
 * The wall clock of an IANA zone. It caches the offsets that it has looked up.
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
  const periods: OffsetPeriod[] = [];

  function periodAt(instant: number): OffsetPeriod {
    const known = periods.find(({ from, until }) => from <= instant && instant < until);
    if (known !== undefined) return known;
    const found = lookUp(zone, instant);
    periods.push(found);
    return found;
  }

  return {
    wallAt: (instant) => instant + periodAt(instant).offset,
    instantOf(wall) {
      let { until, offset } = periodAt(wall - MAX_OFFSET_MS);
      while (wall >= until + offset) {
        const next = periodAt(until);
        const gap = next.offset - offset;
        if (wall < until + next.offset) return gap < DAY_MS ? wall - offset : undefined;
        ({ until, offset } = next);
      }
      return wall - offset;
    },
    nextChange: (instant) => periodAt(instant).until,
  };
}

function lookUp(zone: string, instant: number): OffsetPeriod {
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
