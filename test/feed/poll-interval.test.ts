import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnusuallySilent, pollInterval } from '../../src/feed/poll-interval.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LIMITS = { minMs: 5 * MINUTE, maxMs: DAY };
const NOW = Date.UTC(2026, 4, 4);
/** Entries at such a pace, the newest just now. */
const every = (gapMs: number, count = 10) => Array.from({ length: count }, (_, at) => NOW - at * gapMs);
const pauseFor = (publishedMs: readonly number[], failures = 0, askedMs?: number) =>
  pollInterval({ publishedMs, nowMs: NOW, failures, ...(askedMs !== undefined && { askedMs }) }, LIMITS);

describe('the pause before the next look', () => {
  it('follows how often the feed publishes, between its limits', () => {
    expect(pauseFor(every(MINUTE))).toBe(5 * MINUTE);
    expect(pauseFor(every(2 * HOUR))).toBe(30 * MINUTE);
    expect(pauseFor(every(10 * DAY))).toBe(DAY);
    expect(pauseFor([])).toBe(HOUR);
    expect(pauseFor([NOW])).toBe(HOUR);
  });

  const pausesAfterNews = (minMs: number, gapMs: number) =>
    Array.from({ length: 200 }, (_, quietReadings) =>
      pollInterval({ publishedMs: every(gapMs), nowMs: NOW, failures: 0, quietReadings }, { minMs, maxMs: DAY }),
    );

  it('is the shortest after news, and grows to the usual one while there is none', () => {
    const pauses = pausesAfterNews(5 * MINUTE, 2 * HOUR).map((ms) => ms / MINUTE);
    expect(pauses.slice(0, 7)).toEqual([5, 5, 7.5, 11.25, 16.875, 25.3125, 30]);
    expect(pauses.at(-1)).toBe(30);
  });

  it.each([10_000, MINUTE])('stays the shortest for ten minutes after news, if that is %d ms', (minMs) => {
    let sinceNewsMs = 0;
    for (const pauseMs of pausesAfterNews(minMs, 2 * HOUR)) {
      if (sinceNewsMs < 10 * MINUTE) expect(pauseMs).toBe(minMs);
      else expect(pauseMs).toBeGreaterThan(minMs);
      sinceNewsMs += pauseMs;
    }
  });

  it('grows at once if the shortest is longer than that', () => {
    expect(pausesAfterNews(HOUR, 10 * DAY).slice(0, 3)).toEqual([HOUR, 1.5 * HOUR, 2.25 * HOUR]);
  });

  it('is not misled by one long gap or by a burst', () => {
    expect(pauseFor([...every(HOUR, 6), NOW - 30 * DAY])).toBe(15 * MINUTE);
    expect(pauseFor([NOW, NOW, NOW - HOUR, NOW - 2 * HOUR, NOW - 3 * HOUR])).toBe(15 * MINUTE);
  });

  it('grows while nothing comes any more', () => {
    const ended = every(HOUR).map((at) => at - 8 * HOUR);
    expect(pauseFor(ended)).toBe(HOUR);
  });

  it('doubles with each failure, and is never shorter than the server asks for', () => {
    expect([0, 1, 2, 3, 50].map((failures) => pauseFor(every(2 * HOUR), failures))).toEqual([
      30 * MINUTE,
      HOUR,
      2 * HOUR,
      4 * HOUR,
      DAY,
    ]);
    expect(pauseFor(every(MINUTE), 0, 3 * HOUR)).toBe(3 * HOUR);
    expect(pauseFor(every(MINUTE), 0, 300 * DAY)).toBe(DAY);
  });

  it('is always within the limits', () => {
    const times = fc.array(fc.integer({ min: 0, max: NOW + DAY }), { maxLength: 30 });
    fc.assert(
      fc.property(times, fc.nat(1000), fc.nat(), (publishedMs, failures, askedMs) => {
        const pause = pauseFor(
          publishedMs.toSorted((a, b) => b - a),
          failures,
          askedMs,
        );
        expect(pause).toBeGreaterThanOrEqual(LIMITS.minMs);
        expect(pause).toBeLessThanOrEqual(LIMITS.maxMs);
      }),
    );
  });
});

describe('an unusual silence', () => {
  const silentFor = (ms: number, gapMs: number) =>
    isUnusuallySilent({ publishedMs: every(gapMs).map((at) => at - ms), nowMs: NOW });

  it('is a day more than the longest gap', () => {
    expect(silentFor(DAY + HOUR, HOUR)).toBe(false);
    expect(silentFor(DAY + HOUR + 1, HOUR)).toBe(true);
    expect(silentFor(7 * DAY, 7 * DAY)).toBe(false);
    expect(silentFor(8 * DAY + 1, 7 * DAY)).toBe(true);
  });

  it('is none of a feed whose habit nobody knows', () => {
    expect(isUnusuallySilent({ publishedMs: [], nowMs: NOW })).toBe(false);
    expect(isUnusuallySilent({ publishedMs: [0], nowMs: NOW })).toBe(false);
  });
});
