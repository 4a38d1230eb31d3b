import type { Update } from 'telegraf/types';
import { type Clock, sleep } from '../../src/clock.ts';
import { createConnectionReporter, type ReportConnection } from '../../src/messaging/connection.ts';
import { createDeduplicator } from '../../src/messaging/deduplicator.ts';
import type { Backoff } from '../../src/messaging/retry.ts';
import { retryAfterOrBackoff } from '../../src/messaging/retry-after.ts';
import type { Client } from './client.ts';
import { TelegramFailure } from './errors.ts';

interface PollingDeps {
  client: Client;
  /** Receives every update once, in order. It is not awaited, so that a slow one holds up no other. */
  handle(update: Update): void;
  /** Receives when Telegram stops answering, and when it answers again. */
  report: ReportConnection<TelegramFailure>;
  clock: Pick<Clock, 'after'>;
}

const ALLOWED = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
];
const POLL_SECONDS = 20;
/** An answer that is later than that got lost on its way. */
const GRACE_MS = 5000;
const BACKOFF: Backoff = { firstMs: 1000, longestMs: 30_000 };

/**
 * Polls Telegram for updates until the signal aborts. Losing the network, a server's fault, a second instance (409) or a revoked
 * token (401) are waited out: it goes on as soon as it can.
 */
export async function pollUpdates(deps: PollingDeps, signal: AbortSignal): Promise<void> {
  const isNew = createDeduplicator<number>();
  const reporter = createConnectionReporter(deps.report);
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const parameters = { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED };
      const timeoutMs = POLL_SECONDS * 1000 + GRACE_MS;
      const updates = await deps.client.call<Update[]>('getUpdates', parameters, { timeoutMs, signal });
      reporter.back();
      failures = 0;
      offset = Math.max(offset, ...updates.map(({ update_id: id }) => id + 1));
      for (const update of updates.filter(({ update_id: id }) => isNew(id))) {
        deps.handle(update);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof TelegramFailure)) throw error;
      reporter.lost(error);
      failures += 1;
      await sleep(retryAfterOrBackoff(error, failures, BACKOFF), deps.clock, signal);
    }
  }
}
