import type { RetryOptions } from './retry.ts';
import { sleep } from './sleep.ts';

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
