import { PlatformFailure } from './platform-failure.ts';
import type { RetryPolicy } from './retry.ts';

interface BusyRetryOptions {
  tries: number;
  firstDelayMs: number;
  /** A platform that asks for a longer delay is not waited for. */
  longestDelayMs: number;
  mayRetry?(failure: PlatformFailure): boolean;
}

/** Retries a request while the platform is busy: after the delay that it asks for, else with exponential backoff. */
export function retryWhileBusy({
  tries,
  firstDelayMs,
  longestDelayMs,
  mayRetry = () => true,
}: BusyRetryOptions): RetryPolicy {
  return (error, failures) => {
    if (!isTransient(error) || failures >= tries || !mayRetry(error)) return undefined;
    const delayMs = error.retryAfterMs ?? firstDelayMs * 2 ** (failures - 1);
    return delayMs <= longestDelayMs ? delayMs : undefined;
  };
}

/** Whether the same request may succeed soon. */
export function isTransient(error: unknown): error is PlatformFailure {
  return error instanceof PlatformFailure && error.reason === 'busy' && error.kind !== 'stopped';
}
