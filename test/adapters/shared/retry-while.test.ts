import { describe, expect, it } from 'vitest';
import { retryWhile } from '../../../adapters/shared/retry-while.ts';
import { createFakeClock } from '../../fakes/clock.ts';

/** Work that fails for so long; when it was tried, and how it ended. */
async function tryFor(failingMs: number, patienceMs: number) {
  const clock = createFakeClock();
  const triedAt: number[] = [];
  const work = async () => {
    triedAt.push(clock.monotonicMs());
    if (clock.monotonicMs() < failingMs) throw new Error(`lost at ${clock.monotonicMs()}`);
    return 'done';
  };
  const ended = retryWhile(work, () => patienceMs, clock).catch((error: unknown) => String(error));
  await clock.pass(60_000);
  return { triedAt, result: await ended };
}

describe('work that fails', () => {
  it('is done again, with growing pauses, until it succeeds', async () => {
    expect(await tryFor(300, 1000)).toEqual({ triedAt: [0, 25, 75, 175, 375], result: 'done' });
  });

  it('waits half a second at most', async () => {
    const { triedAt } = await tryFor(3000, 10_000);
    expect(triedAt.slice(-3)).toEqual([2275, 2775, 3275]);
  });

  it('is given up with its last error before it takes longer than that allows', async () => {
    expect(await tryFor(5000, 375)).toEqual({ triedAt: [0, 25, 75, 175, 375], result: 'Error: lost at 375' });
    expect(await tryFor(5000, 374)).toMatchObject({ triedAt: [0, 25, 75, 175] });
  });

  it('is done once if its error does not pass', async () => {
    expect(await tryFor(5000, 0)).toEqual({ triedAt: [0], result: 'Error: lost at 0' });
  });
});
