import type { Clock } from '../clock.ts';
import { sleep } from './sleep.ts';

/** The delay before the next try, in milliseconds; undefined gives up. `failures` counts the tries so far. */
export type RetryPolicy = (error: unknown, failures: number) => number | undefined;

export interface RetryOptions {
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
