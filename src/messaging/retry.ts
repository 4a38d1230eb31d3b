import { type Clock, sleep } from '../clock.ts';

/** The delay before the next try, in milliseconds; undefined gives up. `failures` counts the tries so far. */
export type RetryPolicy = (error: unknown, failures: number) => number | undefined;

interface RetryOptions {
  policy: RetryPolicy;
  clock: Pick<Clock, 'after'>;
}

/** Repeats failed work as the policy says. Rejects with the last failure. */
export async function withRetry<Result>(work: () => Promise<Result>, { policy, clock }: RetryOptions): Promise<Result> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      const delayMs = policy(error, failures);
      if (delayMs === undefined) throw error;
      await sleep(delayMs, clock);
    }
  }
}

/** Repeats failed work as the policy says, until the signal aborts: then it resolves to undefined. */
export async function retryUntilStopped<Result>(
  work: () => Promise<Result>,
  { policy, clock, signal }: RetryOptions & { signal: AbortSignal },
): Promise<Result | undefined> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      return await work();
    } catch (error) {
      const delayMs = policy(error, failures);
      if (delayMs === undefined) throw error;
      await sleep(delayMs, clock, signal);
    }
  }
  return undefined;
}

/** Delays that double with each failure, up to the longest. */
export interface Backoff {
  firstMs: number;
  longestMs: number;
}

/** The delay after so many failures. */
export function exponentialBackoff(failures: number, { firstMs, longestMs }: Backoff): number {
  return Math.min(longestMs, firstMs * 2 ** (failures - 1));
}
