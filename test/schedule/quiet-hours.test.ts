import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, quietUntil } from '../../src/schedule/quiet-hours.ts';
import { zones } from '../../src/schedule/zones.ts';
import { createWall } from './wall-clock.ts';

const MINUTE_MS = 60_000;
const night = { zone: 'Asia/Shanghai', quiet: { from: '22:00', to: '07:00' } };
const noon = { zone: 'Asia/Shanghai', quiet: { from: '12:00', to: '13:30' } };

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anyQuiet = fc.record({
  zone: fc.constantFrom(...zones, 'Australia/Lord_Howe', 'America/New_York', 'Africa/Casablanca'),
  quiet: fc.record({ from: anyTime, to: anyTime }),
});
// Until 1972 a zone was off by seconds, which the wall clock of the tests does not show.
const anyInstant = fc.date({
  min: new Date('1973-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});

function until(quiet: Parameters<typeof quietUntil>[0], at: string): string | undefined {
  return quietUntil(quiet, new Date(at))?.toISOString();
}

describe('quiet hours', () => {
  it.each([
    ['21:59', night, false],
    ['22:00', night, true],
    ['00:00', night, true],
    ['06:59', night, true],
    ['07:00', night, false],
    ['11:59', noon, false],
    ['12:00', noon, true],
    ['13:30', noon, false],
  ])('at %s', (time, quiet, expected) => {
    expect(isQuiet(quiet, new Date(`2026-01-15T${time}:00+08:00`))).toBe(expected);
  });

  it('end on the same day, or on the next one', () => {
    expect(until(night, '2026-01-15T22:00:00+08:00')).toBe('2026-01-15T23:00:00.000Z');
    expect(until(night, '2026-01-15T03:00:01+08:00')).toBe('2026-01-14T23:00:00.000Z');
    expect(until(noon, '2026-01-15T12:00:00+08:00')).toBe('2026-01-15T05:30:00.000Z');
  });

  it('have no end outside of them', () => {
    expect(until(noon, '2026-01-15T13:30:00+08:00')).toBeUndefined();
    expect(until({ zone: 'UTC', quiet: null }, '2026-01-15T13:30:00Z')).toBeUndefined();
  });

  it('are empty if they start and end at the same time', () => {
    const none = { zone: 'UTC', quiet: { from: '08:00', to: '08:00' } };
    expect(isQuiet(none, new Date('2026-01-15T08:00:00Z'))).toBe(false);
    expect(until(none, '2026-01-15T08:00:00Z')).toBeUndefined();
  });

  it('end when the clock jumps over their end', () => {
    const quiet = { zone: 'America/New_York', quiet: { from: '22:00', to: '02:30' } };
    expect(until(quiet, '2026-03-08T05:00:00Z')).toBe('2026-03-08T07:00:00.000Z'); // 03:00
  });

  it('occur twice if their hour does', () => {
    const quiet = { zone: 'America/New_York', quiet: { from: '22:00', to: '01:30' } };
    expect(until(quiet, '2026-11-01T05:10:00Z')).toBe('2026-11-01T05:30:00.000Z');
    expect(until(quiet, '2026-11-01T06:10:00Z')).toBe('2026-11-01T06:30:00.000Z');
  });

  it('last an hour longer if an hour in them occurs twice', () => {
    const quiet = { zone: 'America/New_York', quiet: { from: '22:00', to: '07:00' } };
    expect(until(quiet, '2026-11-01T02:00:00Z')).toBe('2026-11-01T12:00:00.000Z');
  });

  it('follow the wall clock of every zone', () => {
    fc.assert(
      fc.property(anyQuiet, anyInstant, ({ zone, quiet }, at) => {
        const time = createWall(zone)(at.getTime()).slice(11);
        const { from, to } = quiet;
        const expected = from <= to ? from <= time && time < to : time >= from || time < to;
        expect(isQuiet({ zone, quiet }, at)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('last without a break until the end that is returned', () => {
    fc.assert(
      fc.property(anyQuiet, anyInstant, (quiet, at) => {
        const end = quietUntil(quiet, at)?.getTime();
        expect(end !== undefined).toBe(isQuiet(quiet, at));
        if (end === undefined) return;
        expect(end).toBeGreaterThan(at.getTime());
        expect(isQuiet(quiet, new Date(end))).toBe(false);
        for (let instant = at.getTime(); instant < end; instant += 5 * MINUTE_MS) {
          expect(isQuiet(quiet, new Date(instant))).toBe(true);
        }
        expect(isQuiet(quiet, new Date(end - 1))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
