import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { lastSlot, nextSlot } from '../../src/schedule/slots.ts';
import { zones } from '../../src/schedule/zones.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

function daily(zone: string, times: readonly string[], days: readonly number[] = EVERY_DAY) {
  return { kind: 'daily' as const, zone, times, days };
}

type Daily = ReturnType<typeof daily>;

function next(schedule: Daily, after: string): string {
  return nextSlot(schedule, new Date(after)).toISOString();
}

/** The next few slots, each found from the one before. */
function following(schedule: Daily, after: string, count: number): string[] {
  const slots: string[] = [];
  while (slots.length < count) slots.push(next(schedule, slots.at(-1) ?? after));
  return slots;
}

/** All slots of a span, each found from the one before. */
function walk(schedule: Daily, { after, upTo }: { after: Date; upTo: Date }): Date[] {
  const slots: Date[] = [];
  for (let slot = nextSlot(schedule, after); slot <= upTo; slot = nextSlot(schedule, slot)) slots.push(slot);
  return slots;
}

/** The next slot by Temporal's own conversion, day by day. */
function naiveNext({ zone, times, days }: Daily, after: Date): number {
  const today = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const slots = Array.from({ length: 24 }, (_, index) => today.add({ days: index - 3 }))
    .filter((day) => days.includes(day.dayOfWeek))
    .filter((day) => !day.toZonedDateTime(zone).equals(day.add({ days: 1 }).toZonedDateTime(zone)))
    .flatMap((day) => times.map((plainTime) => day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds));
  return Math.min(...slots.filter((slot) => slot > after.getTime()));
}

const anyTime = fc
  .tuple(fc.oneof(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 2, 3, 23)), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
/** Any zone, and often one whose clocks change in a way of its own. */
const anyZone = fc.oneof(
  fc.constantFrom(...zones),
  fc.constantFrom(
    ...['America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/St_Johns', 'Asia/Amman'],
    ...['America/Nuuk', 'Pacific/Apia'],
  ),
);
const anySchedule = fc
  .tuple(anyZone, fc.uniqueArray(anyTime, { minLength: 1, maxLength: 12 }), fc.subarray(EVERY_DAY, { minLength: 1 }))
  .map(([zone, times, days]) => daily(zone, times.toSorted(), days));
const anyInstant = fc.date({
  min: new Date('1970-01-15T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
/** A schedule and an instant, mostly in the three days before a change of the zone's clocks, or in the day after it. */
const anyCase = fc
  .tuple(anySchedule, anyInstant, fc.option(fc.integer({ min: -72, max: 24 })))
  .map(([schedule, instant, hours]): [Daily, Date] => {
    const here = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(schedule.zone);
    const change = hours === null ? null : here.getTimeZoneTransition('next');
    return [schedule, change === null ? instant : new Date(change.add({ hours: hours ?? 0 }).epochMilliseconds)];
  });

describe('the next slot', () => {
  it('is strictly after the instant', () => {
    const shanghai = daily('Asia/Shanghai', ['08:00', '20:00']);
    expect(next(shanghai, '2026-01-01T00:00:00Z')).toBe('2026-01-01T12:00:00.000Z');
    expect(next(shanghai, '2025-12-31T23:59:59.999Z')).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is on the chosen days, even if the zone is a day ahead', () => {
    const fridays = daily('Pacific/Kiritimati', ['08:00'], [5]);
    expect(following(fridays, '2026-01-01T00:00:00Z', 2)).toEqual([
      '2026-01-01T18:00:00.000Z',
      '2026-01-08T18:00:00.000Z',
    ]);
  });

  it('is on a leap day only in a leap year', () => {
    const at = daily('UTC', ['00:00']);
    expect(following(at, '2028-02-28T00:00:00Z', 2)).toEqual(['2028-02-29T00:00:00.000Z', '2028-03-01T00:00:00.000Z']);
    expect(next(at, '2100-02-28T00:00:00Z')).toBe('2100-03-01T00:00:00.000Z');
  });

  it('moves by the length of a gap', () => {
    const slots = following(daily('America/New_York', ['02:30']), '2026-03-07T12:00:00Z', 2);
    expect(slots).toEqual(['2026-03-08T07:30:00.000Z', '2026-03-09T06:30:00.000Z']); // 03:30, then 02:30
  });

  it('merges two times that a gap makes equal', () => {
    const slots = following(daily('America/New_York', ['02:30', '03:30']), '2026-03-08T05:00:00Z', 2);
    expect(slots).toEqual(['2026-03-08T07:30:00.000Z', '2026-03-09T06:30:00.000Z']);
  });

  it('is ordered by instant if a gap moves an earlier time after a later one', () => {
    const slots = following(daily('America/New_York', ['02:30', '03:10']), '2026-03-08T05:00:00Z', 3);
    expect(slots).toEqual(['2026-03-08T07:10:00.000Z', '2026-03-08T07:30:00.000Z', '2026-03-09T06:30:00.000Z']);
  });

  it('is the first of the next day if the clock jumps over midnight', () => {
    // Nuuk's clocks go from 23:00 to 00:00: 23:45 becomes 00:45, behind 00:00 and 00:30.
    const slots = following(daily('America/Nuuk', ['00:00', '00:30', '23:45']), '2026-03-28T12:00:00Z', 3);
    expect(slots).toEqual(['2026-03-29T01:00:00.000Z', '2026-03-29T01:30:00.000Z', '2026-03-29T01:45:00.000Z']);
  });

  it('is in the first of two equal hours', () => {
    const slots = following(daily('America/New_York', ['01:30']), '2026-11-01T00:00:00Z', 2);
    expect(slots).toEqual(['2026-11-01T05:30:00.000Z', '2026-11-02T06:30:00.000Z']);
  });

  it('occurs once if midnight occurs twice', () => {
    // St John's put its clocks back at 00:01 until 2011.
    const slots = following(daily('America/St_Johns', ['00:00', '23:30']), '2010-11-06T12:00:00Z', 4);
    expect(slots).toEqual([
      '2010-11-07T02:00:00.000Z',
      '2010-11-07T02:30:00.000Z',
      '2010-11-08T03:00:00.000Z',
      '2010-11-08T03:30:00.000Z',
    ]);
  });

  it('is not on a skipped day, and is not moved to another', () => {
    expect(following(daily('Pacific/Apia', ['08:00']), '2011-12-29T00:00:00Z', 3)).toEqual([
      '2011-12-29T18:00:00.000Z', // Thursday the 29th
      '2011-12-30T18:00:00.000Z', // Saturday the 31st
      '2011-12-31T18:00:00.000Z',
    ]);
    expect(following(daily('Pacific/Apia', ['08:00'], [5]), '2011-12-23T00:00:00Z', 2)).toEqual([
      '2011-12-23T18:00:00.000Z',
      '2012-01-05T18:00:00.000Z',
    ]);
  });

  it.each([
    ['no days', daily('UTC', ['08:00'], []), '2026-01-01'],
    ['no times', daily('UTC', []), '2026-01-01'],
    ['no such zone', daily('Europe/Atlantis', ['08:00']), '2026-01-01'],
    ['no instant', daily('UTC', ['08:00']), 'soon'],
  ])('throws for %s', (_what, schedule, after) => {
    expect(() => nextSlot(schedule, new Date(after))).toThrow(RangeError);
  });

  it('equals the result of Temporal, for every zone and instant', () => {
    fc.assert(
      fc.property(anyCase, ([schedule, after]) => {
        expect(nextSlot(schedule, after).getTime()).toBe(naiveNext(schedule, after));
      }),
      { numRuns: 500 },
    );
  });

  it('is after the instant, and the same for every instant before it', () => {
    fc.assert(
      fc.property(anyCase, fc.double({ min: 0, max: 1, noNaN: true }), ([schedule, after], share) => {
        const slot = nextSlot(schedule, after);
        expect(slot.getTime()).toBeGreaterThan(after.getTime());
        const between = new Date(Math.floor(after.getTime() + share * (slot.getTime() - 1 - after.getTime())));
        expect(nextSlot(schedule, between)).toEqual(slot);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the last slot', () => {
  const shanghai = daily('Asia/Shanghai', ['08:00', '20:00']);
  const last = (schedule: Daily, after: string, upTo: string) =>
    lastSlot(schedule, { after: new Date(after), upTo: new Date(upTo) });

  it('is the newest in the range, end inclusive, start exclusive', () => {
    const eight = new Date('2026-01-01T00:00:00Z');
    expect(last(shanghai, '2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z')).toEqual({ slot: eight, missed: 0 });
    expect(last(shanghai, '2026-01-01T00:00:00Z', '2026-01-01T11:59:59Z')).toBeUndefined();
  });

  it('counts missed slots', () => {
    expect(last(shanghai, '2026-01-01T00:00:00Z', '2026-01-03T01:00:00Z')).toEqual({
      slot: new Date('2026-01-03T00:00:00Z'),
      missed: 3,
    });
  });

  it('counts merged times once', () => {
    const schedule = daily('America/New_York', ['02:30', '03:30', '12:00']);
    expect(last(schedule, '2026-03-08T05:00:00Z', '2026-03-08T23:00:00Z')?.missed).toBe(1);
  });

  it('counts up to a hundred missed slots, over any number of years', () => {
    expect(last(shanghai, '2016-01-01T00:00:00Z', '2026-01-01T00:00:00Z')).toEqual({
      slot: new Date('2026-01-01T00:00:00Z'),
      missed: 100,
    });
  });

  it('is undefined for a range that ends before it starts', () => {
    expect(last(shanghai, '2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z')).toBeUndefined();
  });

  it('equals the result of repeating nextSlot, with the same count', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 20 * 86_400_000 }), ([schedule, after], length) => {
        const span = { after, upTo: new Date(after.getTime() + length) };
        const slots = walk(schedule, span);
        const slot = slots.at(-1);
        expect(lastSlot(schedule, span)).toEqual(slot && { slot, missed: Math.min(100, slots.length - 1) });
      }),
      { numRuns: 300 },
    );
  });
});
