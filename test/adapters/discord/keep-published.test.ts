import { describe, expect, it } from 'vitest';
import { keepPublished } from '../../../adapters/discord/keep-published.ts';

/** Publishing that fails so many times; where `stopAfter` failures are told, it is stopped then. */
function start(failures: number, stopAfter = Number.POSITIVE_INFINITY) {
  const stopping = new AbortController();
  const pauses: number[] = [];
  const reported: unknown[] = [];
  let published = 0;
  const keep = keepPublished(
    {
      publish: async () => {
        if (reported.length < failures) throw new Error('Refused.');
        published += 1;
      },
      pause: async (forMs) => {
        pauses.push(forMs);
        if (pauses.length >= stopAfter) stopping.abort();
      },
      report: (error) => void reported.push(error),
    },
    stopping.signal,
  );
  return { keep, pauses, reported, published: () => published };
}

describe('publishing', () => {
  it('is done at once where nothing is in its way', async () => {
    const { keep, pauses, published } = start(0);
    await keep();
    expect([pauses, published()]).toEqual([[], 1]);
  });

  it('is tried again where it was refused, ever more seldom, each time reported', async () => {
    const { keep, pauses, reported, published } = start(12);
    await keep();
    expect(pauses.slice(0, 3)).toEqual([10_000, 20_000, 40_000]);
    expect(Math.max(...pauses)).toBe(3_600_000);
    expect([reported.length, published()]).toEqual([12, 1]);
  });

  it('is the same work for all who ask while it goes on, and new work afterwards', async () => {
    const { keep, published } = start(1);
    await Promise.all([keep(), keep()]);
    expect(published()).toBe(1);
    await keep();
    expect(published()).toBe(2);
  });

  it('ends where the bot is stopped', async () => {
    const { keep, published } = start(Number.POSITIVE_INFINITY, 3);
    await keep();
    expect(published()).toBe(0);
  });
});
