import { describe, expect, it } from 'vitest';
import { nextSlot } from '../../src/schedule/slots.ts';
import { createWall } from './wall-clock.ts';

const QUARTER_MS = 15 * 60_000;
/** No clock changes twice within it. */
const STEP_MS = 24 * QUARTER_MS;
const DAY_MS = 24 * 60 * 60_000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const TIMES = [
  '00:00',
  '00:30',
  '01:15',
  '01:45',
  '02:00',
  '02:15',
  '02:30',
  '02:45',
  '03:00',
  '03:15',
  '08:00',
  '20:30',
  '23:15',
  '23:45',
];
const THIS_YEAR = [
  'America/New_York',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'America/St_Johns',
  'Europe/London',
  'Asia/Shanghai',
  'Asia/Taipei',
  'UTC',
  'America/Sao_Paulo',
  'Antarctica/Troll',
  'Africa/El_Aaiun',
  'Europe/Dublin',
  'Pacific/Kiritimati',
  'America/Scoresbysund',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Jerusalem',
  'Asia/Beirut',
  'America/Havana',
  'America/Santiago',
  'America/Asuncion',
  'Pacific/Easter',
  'Australia/Sydney',
  'America/Nuuk',
  'Europe/Chisinau',
  'Atlantic/Azores',
  'Etc/GMT-8',
  'Pacific/Norfolk',
].map((zone) => [zone, 2026] as const);
/** Years in which clocks did something rare: a day left out, a change of zone, midnight twice, summer time off and on for Ramadan. */
const RARE = [
  ['Pacific/Apia', 2011] as const,
  ['Pacific/Kiritimati', 1994] as const,
  ['Asia/Pyongyang', 2015] as const,
  ['America/Caracas', 2016] as const,
  ['America/St_Johns', 2010] as const,
  ['Africa/Cairo', 2010] as const,
  ['Asia/Tehran', 2022] as const,
  ['America/Sao_Paulo', 2018] as const,
  ['Europe/Volgograd', 2018] as const,
  ['Asia/Amman', 2022] as const,
];

interface Shown {
  instant: number;
  /** What the clock shows, as if it were UTC's. */
  wall: number;
}

/**
 * What the platform's clock of the zone shows at each quarter of an hour of a year, and two days around it. It is asked each six
 * hours, and at every quarter of those through which it did not go evenly.
 */
function clockThrough(zone: string, year: number): Shown[] {
  const wallAt = createWall(zone);
  const ask = (instant: number) => Date.parse(`${wallAt(instant).replace(' ', 'T')}Z`);
  const first = Date.UTC(year, 0, 1) - 2 * DAY_MS;
  return Array.from({ length: 370 * 4 }, (_, index) => first + index * STEP_MS).flatMap((begin) => {
    const wall = ask(begin);
    const isEven = ask(begin + STEP_MS) - wall === STEP_MS;
    return Array.from({ length: STEP_MS / QUARTER_MS }, (_, index) => {
      const instant = begin + index * QUARTER_MS;
      return { instant, wall: isEven ? wall + instant - begin : ask(instant) };
    });
  });
}

/**
 * When each time of each day is, by what the clock showed: the first time it did. What it skipped is as much later as it is
 * past the last quarter before the gap; a day of which it showed nothing has none.
 */
function slotsBy(shown: readonly Shown[], days: readonly number[]): number[] {
  const firstAt = new Map<number, number>();
  for (const { instant, wall } of shown) if (!firstAt.has(wall)) firstAt.set(wall, instant);
  const dates = new Set(shown.slice(96, -96).map(({ wall }) => Math.floor(wall / DAY_MS)));
  const slots = [...dates]
    .filter((date) => days.includes(new Date(date * DAY_MS).getUTCDay() || 7))
    .flatMap((date) =>
      TIMES.map((time) => Date.parse(`${new Date(date * DAY_MS).toISOString().slice(0, 10)}T${time}Z`)),
    )
    .map((wall) => firstAt.get(wall) ?? afterGap(shown, wall));
  return [...new Set(slots)].toSorted((one, other) => one - other);
}

function afterGap(shown: readonly Shown[], wall: number): number {
  const last = shown.findLast((one, index) => one.wall < wall && (shown[index + 1]?.wall ?? 0) > wall);
  return last === undefined ? Number.NaN : last.instant + wall - last.wall;
}

function walkYear(zone: string, year: number, days: readonly number[]): number[] {
  const end = Date.UTC(year + 1, 0, 1);
  const slots: number[] = [];
  let slot = nextSlot({ kind: 'daily', zone, times: TIMES, days }, new Date(Date.UTC(year, 0, 1)));
  while (slot.getTime() <= end) {
    slots.push(slot.getTime());
    slot = nextSlot({ kind: 'daily', zone, times: TIMES, days }, slot);
  }
  return slots;
}

describe('a year', () => {
  it.each([...THIS_YEAR, ...RARE])('has every slot once, at the wall-clock time of %s in %i', (zone, year) => {
    const shown = clockThrough(zone, year);
    for (const days of [EVERY_DAY, [1, 2, 3, 4, 5], [7]]) {
      const slots = walkYear(zone, year, days);
      const expected = slotsBy(shown, days).filter(
        (one) => one > Date.UTC(year, 0, 1) && one <= Date.UTC(year + 1, 0, 1),
      );
      expect(slots.map((one) => new Date(one).toISOString())).toEqual(
        expected.map((one) => new Date(one).toISOString()),
      );
      expect(slots.length).toBeGreaterThan(days.length * 51 * TIMES.length - TIMES.length);
    }
  });
});
