import type { Clock } from '../../src/clock.ts';
import { withRetry } from '../../src/messaging/retry.ts';
import { isTransient, retryWhileBusy } from '../../src/messaging/retry-after.ts';
import { DiscordFailure, hasKind, toInvalidFormFailure } from './errors.ts';

const TRIES = 4;
/** A user does not wait longer. */
const LONGEST_DELAY_MS = 15_000;
/** Long enough for a short outage, but shorter than the minutes for which Discord stores a nonce. */
const OUTAGE_DELAYS_MS = [5000, 45_000];

interface RetryOptions {
  clock: Pick<Clock, 'after'>;
  /** The request is idempotent: it may be repeated after an unclear outcome. */
  repeatUnclear?: boolean;
  mayRepeat?(): boolean;
}

/** Retries a request while Discord is busy. Rejects with an `invalid-form` failure if no answer said what is wrong. */
export async function retryRequest<Result>(request: () => Promise<Result>, options: RetryOptions): Promise<Result> {
  const { clock, repeatUnclear = true, mayRepeat = () => true } = options;
  const busy = retryWhileBusy({
    tries: TRIES,
    firstDelayMs: 200,
    longestDelayMs: LONGEST_DELAY_MS,
    mayRetry: (failure) => (repeatUnclear || !hasKind(failure, 'unclear')) && mayRepeat(),
  });
  let vague = 0;
  const policy: typeof busy = (error, failures) => {
    if (error instanceof DiscordFailure && error.isVague) vague += 1;
    return busy(error, failures);
  };
  try {
    return await withRetry(request, { clock, policy });
  } catch (error) {
    throw error instanceof DiscordFailure && vague === TRIES ? toInvalidFormFailure(error) : error;
  }
}

/** Retries an idempotent request through a short outage. */
export async function retryThroughOutage(work: () => Promise<unknown>, clock: Pick<Clock, 'after'>): Promise<void> {
  const policy = (error: unknown, failures: number) =>
    isTransient(error) ? OUTAGE_DELAYS_MS[failures - 1] : undefined;
  await withRetry(work, { clock, policy });
}
