import { type Clock, sleep } from '../../src/clock.ts';
import { systemClock } from './system-clock.ts';

const FIRST_PAUSE_MS = 25;
const MAX_PAUSE_MS = 500;

/**
 * Does work again while it fails, with growing pauses, for as many milliseconds in all as `patienceMs` allows for its error: 0 if
 * it does not pass. Rejects with the last error.
 */
export async function retryWhile<Result>(
  work: () => Promise<Result>,
  patienceMs: (error: unknown) => number,
  clock: Pick<Clock, 'monotonicMs' | 'after'> = systemClock,
): Promise<Result> {
  const startMs = clock.monotonicMs();
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (clock.monotonicMs() + pauseMs - startMs > patienceMs(error)) throw error;
      await sleep(pauseMs, clock);
    }
  }
}
