import { PlatformFailure } from './platform-failure.ts';
import type { RateLimiter } from './rate-limits/rate-limiter.ts';
import { type Backoff, exponentialBackoff, type RetryPolicy } from './retry.ts';

/** The delay that a platform asked for with HTTP 429 (`retry_after`), else an exponential backoff. */
export function retryAfterOrBackoff(
  { retryAfterMs }: Pick<PlatformFailure, 'retryAfterMs'>,
  failures: number,
  backoff: Backoff,
): number {
  return retryAfterMs ?? exponentialBackoff(failures, backoff);
}

/** Makes a request; after a 429, the limiter holds back every request to the same chat for the delay asked for. */
export async function pauseOnRetryAfter<Result>(
  request: () => Promise<Result>,
  { limiter, chat }: { limiter: Pick<RateLimiter, 'pause'>; chat: string },
): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof PlatformFailure && error.retryAfterMs !== undefined) limiter.pause(chat, error.retryAfterMs);
    throw error;
  }
}

interface BusyRetryOptions {
  tries: number;
  firstDelayMs: number;
  /** A platform that asks for a longer delay is not waited for. */
  longestDelayMs: number;
  mayRetry?(failure: PlatformFailure): boolean;
}

/** Retries a request while the platform is busy: after the delay that it asks for, else with exponential backoff. */
export function retryWhileBusy(options: BusyRetryOptions): RetryPolicy {
  const { tries, firstDelayMs, longestDelayMs, mayRetry = () => true } = options;
  return (error, failures) => {
    if (!isTransient(error) || failures >= tries || !mayRetry(error)) return undefined;
    const delayMs = retryAfterOrBackoff(error, failures, {
      firstMs: firstDelayMs,
      longestMs: Number.POSITIVE_INFINITY,
    });
    return delayMs <= longestDelayMs ? delayMs : undefined;
  };
}

/** Whether the same request may succeed soon. */
export function isTransient(error: unknown): error is PlatformFailure {
  return error instanceof PlatformFailure && error.reason === 'busy' && error.kind !== 'stopped';
}
