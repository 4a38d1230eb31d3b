import { describe, expect, it } from 'vitest';
import { exponentialBackoff, retryUntilStopped } from '../../src/messaging/retry.ts';
import { createSingleFlight } from '../../src/messaging/single-flight.ts';
import { createInstantClock } from '../fakes/clock.ts';

/** Work that fails so many times; it is stopped after `stopAfter` failures. */
function start(failures: number, stopAfter = Number.POSITIVE_INFINITY) {
  const stopping = new AbortController();
  const clock = createInstantClock();
  let failed = 0;
  let done = 0;
  const work = async () => {
    if (failed < failures) throw new Error('Refused.');
    done += 1;
  };
  const policy = (_error: unknown, count: number) => {
    failed = count;
    if (count >= stopAfter) stopping.abort();
    return exponentialBackoff(count, { firstMs: 10_000, longestMs: 3_600_000 });
  };
  const run = createSingleFlight(() => retryUntilStopped(work, { clock, policy, signal: stopping.signal }));
  return { run, delays: clock.delays, counts: () => ({ failed, done }) };
}

describe('work that is retried until it succeeds', () => {
  it('is done at once if nothing fails', async () => {
    const { run, delays, counts } = start(0);
    await run();
    expect([delays, counts()]).toEqual([[], { failed: 0, done: 1 }]);
  });

  it('is retried after growing delays, up to the longest', async () => {
    const { run, delays, counts } = start(12);
    await run();
    expect(delays.slice(0, 3)).toEqual([10_000, 20_000, 40_000]);
    expect(Math.max(...delays)).toBe(3_600_000);
    expect(counts()).toEqual({ failed: 12, done: 1 });
  });

  it('is one run for all calls while it runs, and a new run afterwards', async () => {
    const { run, counts } = start(1);
    await Promise.all([run(), run()]);
    expect(counts().done).toBe(1);
    await run();
    expect(counts().done).toBe(2);
  });

  it('ends without a result when it is stopped', async () => {
    const { run, counts } = start(Number.POSITIVE_INFINITY, 3);
    expect(await run()).toBeUndefined();
    expect(counts().done).toBe(0);
  });
});
