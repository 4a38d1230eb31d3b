import type { Clock } from '../../src/clock.ts';
import { withRetry } from '../../src/messaging/retry.ts';
import { retryWhileBusy } from '../../src/messaging/retry-after.ts';

/** Whoever asked does not wait longer. */
const LONGEST_DELAY_MS = 10_000;
const policy = retryWhileBusy({ tries: 4, firstDelayMs: 200, longestDelayMs: LONGEST_DELAY_MS });

/** Retries a request while Telegram is busy; only for what may be done twice. */
export function retryRequest<Result>(request: () => Promise<Result>, clock: Pick<Clock, 'after'>): Promise<Result> {
  return withRetry(request, { policy, clock });
}
