import type { Clock } from '../../src/clock.ts';
import { withRetry } from '../../src/messaging/retry.ts';
import { retryWhileBusy } from '../../src/messaging/retry-after.ts';
import { type Client, QUICK } from './client.ts';

/** A user does not wait longer. */
const LONGEST_DELAY_MS = 10_000;
const policy = retryWhileBusy({ tries: 4, firstDelayMs: 200, longestDelayMs: LONGEST_DELAY_MS });

/** Makes a quick request, and repeats it while Telegram is busy; only for requests that may be made twice. */
export function callWithRetry<Result>(
  method: Parameters<Client['call']>[0],
  parameters: object,
  { client, clock }: { client: Client; clock: Pick<Clock, 'after'> },
): Promise<Result> {
  return withRetry(() => client.call<Result>(method, parameters, QUICK), { policy, clock });
}
