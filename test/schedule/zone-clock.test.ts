import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../src/schedule/zone-clock.ts';

const HOUR_MS = 3_600_000;
const wall = (text: string) => Date.parse(`${text}Z`);

describe('the clock of a zone', () => {
  const newYork = zoneClock('America/New_York');

  it('shows the local time', () => {
    expect(newYork.wallAt(Date.parse('2026-03-08T06:59:59Z'))).toBe(wall('2026-03-08T01:59:59'));
    expect(newYork.wallAt(Date.parse('2026-03-08T07:00:00Z'))).toBe(wall('2026-03-08T03:00:00'));
  });

  it('finds the instant of a time: the first, or moved by a gap', () => {
    expect(newYork.instantOf(wall('2026-11-01T01:30:00'))).toBe(Date.parse('2026-11-01T05:30:00Z'));
    expect(newYork.instantOf(wall('2026-03-08T02:30:00'))).toBe(Date.parse('2026-03-08T07:30:00Z'));
  });

  it('finds no instant on a skipped day', () => {
    const apia = zoneClock('Pacific/Apia');
    expect(apia.instantOf(wall('2011-12-30T00:00:00'))).toBeUndefined();
    expect(apia.instantOf(wall('2011-12-30T23:59:59'))).toBeUndefined();
    expect(apia.instantOf(wall('2011-12-31T00:00:00'))).toBe(Date.parse('2011-12-30T10:00:00Z'));
  });

  it('has a constant offset until the next change', () => {
    expect(newYork.nextChange(Date.parse('2026-03-08T06:59:59Z'))).toBe(Date.parse('2026-03-08T07:00:00Z'));
    expect(newYork.nextChange(Date.parse('2026-03-08T07:00:00Z'))).toBe(Date.parse('2026-11-01T06:00:00Z'));
    expect(zoneClock('UTC').nextChange(0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('throws for an unknown zone', () => {
    expect(() => zoneClock('Europe/Atlantis')).toThrow(RangeError);
  });

  it('gives the same results in any order of calls', () => {
    const instants = Array.from({ length: 400 }, (_, index) => Date.UTC(2020, 0, 1) + index * 100 * HOUR_MS);
    const forwards = instants.map((instant) => zoneClock('Europe/London').wallAt(instant));
    const backwards = instants.toReversed().map((instant) => zoneClock('europe/london').wallAt(instant));
    expect(backwards.toReversed()).toEqual(forwards);
  });
});
