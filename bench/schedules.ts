import { Temporal } from 'temporal-polyfill';
import { nextSlot } from '../src/schedule/slots.ts';
import { zones } from '../src/schedule/zones.ts';
import { scaled } from './scale.ts';

const SUBSCRIPTIONS = scaled(100_000);
const BEGIN_MS = Date.UTC(2026, 0, 1);
const STEP_MS = 7 * 60_000;

type Finder = (zone: string, after: Date) => number;

/** Finders of the next 08:00 in a zone: Gazette, and Temporal alone, which computes today's and tomorrow's. */
const finders: Readonly<Record<string, Finder>> = {
  gazette: (zone, after) =>
    nextSlot({ kind: 'daily', zone, times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7] }, after).getTime(),
  temporal: (zone, after) => {
    const today = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone).toPlainDate();
    const at = (days: number) =>
      today.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: '08:00' }).epochMilliseconds;
    return at(0) > after.getTime() ? at(0) : at(1);
  },
};

/** Processor time of each finder for the next slots of 100,000 subscriptions in all zones, without warm-up. */
export function measureSchedules(): readonly Record<string, unknown>[] {
  return Object.entries(finders).map(([finder, find]) => {
    const before = process.cpuUsage();
    let latest = 0;
    for (let index = 0; index < SUBSCRIPTIONS; index += 1) {
      latest = Math.max(latest, find(zones[index % zones.length] ?? 'UTC', new Date(BEGIN_MS + index * STEP_MS)));
    }
    const { user, system } = process.cpuUsage(before);
    const milliseconds = Math.round((user + system) / 1000);
    const microsecondsPerSlot = Number(((milliseconds * 1000) / SUBSCRIPTIONS).toPrecision(3));
    return {
      input: 'schedules',
      finder,
      slots: SUBSCRIPTIONS,
      milliseconds,
      microsecondsPerSlot,
      latest: new Date(latest),
    };
  });
}
