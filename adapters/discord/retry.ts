import type { Clock } from '../../src/clock.ts';
import { withRetry } from '../../src/messaging/retry.ts';
import { isTransient, retryWhileBusy } from '../../src/messaging/retry-while-busy.ts';
import { DiscordFailure, hasKind, toFormFailure } from './errors.ts';

const TRIES = 4;
/** Whoever asked does not wait longer. */
const LONGEST_DELAY_MS = 15_000;
/** Long enough for a short outage; and Discord knows a message by its nonce for some minutes only. */
const OUTAGE_DELAYS_MS = [5000, 45_000];

interface RetryOptions {
  clock: Pick<Clock, 'after'>;
  /** Whether doing it twice is as doing it once. */
  repeatUnclear?: boolean;
  /** Whether there is any use in trying again. */
  mayRepeat?(): boolean;
}

/** Retries a request while Discord is busy. Rejects with a failure about the `form` if every answer was a 500. */
export async function retryRequest<Result>(request: () => Promise<Result>, options: RetryOptions): Promise<Result> {
  const { clock, repeatUnclear = true, mayRepeat = () => true } = options;
  const busy = retryWhileBusy({
    tries: TRIES,
    firstDelayMs: 200,
    longestDelayMs: LONGEST_DELAY_MS,
    mayRetry: (failure) => (repeatUnclear || !hasKind(failure, 'unclear')) && mayRepeat(),
  });
  let serverErrors = 0;
  const policy: typeof busy = (error, failures) => {
    if (error instanceof DiscordFailure && error.isServerError) serverErrors += 1;
    return busy(error, failures);
  };
  try {
    return await withRetry(request, { clock, policy });
  } catch (error) {
    throw error instanceof DiscordFailure && serverErrors === TRIES ? toFormFailure(error) : error;
  }
}

/** Retries through a short outage what may be done twice. */
export async function retryThroughOutage(work: () => Promise<unknown>, clock: Pick<Clock, 'after'>): Promise<void> {
  const policy = (error: unknown, failures: number) =>
    isTransient(error) ? OUTAGE_DELAYS_MS[failures - 1] : undefined;
  await withRetry(work, { clock, policy });
}
