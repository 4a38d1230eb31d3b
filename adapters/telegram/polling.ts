import type { Update } from 'telegraf/types';
import { type Clock, sleep } from '../../src/clock.ts';
import { createConnectionReporter, type ReportConnection } from '../../src/messaging/connection.ts';
import { createDeduplicator } from '../../src/messaging/deduplicator.ts';
import type { Backoff } from '../../src/messaging/retry.ts';
import { retryAfterOrBackoff } from '../../src/messaging/retry-after.ts';
import type { Client } from './client.ts';
import { TelegramFailure } from './errors.ts';

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
/** A later response was lost on its way. */
const TIMEOUT_MS = POLL_SECONDS * 1000 + 5000;
const BACKOFF: Backoff = { firstMs: 1000, longestMs: 30_000 };

/**
 * Polls Telegram for updates until the signal aborts; `handle` gets each once, in order. A lost network, a server error, a
 * second instance (409) and a revoked token (401) are retried until polling works again.
 */
export async function pollUpdates(
  handle: (update: Update) => void,
  report: ReportConnection<TelegramFailure>,
  { client, clock, signal }: { client: Client; clock: Pick<Clock, 'after'>; signal: AbortSignal },
): Promise<void> {
  const isNew = createDeduplicator<number>();
  const reporter = createConnectionReporter(report);
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const parameters = { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED };
      const updates = await client.call<Update[]>('getUpdates', parameters, { timeoutMs: TIMEOUT_MS, signal });
      reporter.back();
      failures = 0;
      offset = Math.max(offset, ...updates.map(({ update_id: id }) => id + 1));
      for (const update of updates.filter(({ update_id: id }) => isNew(id))) handle(update);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof TelegramFailure)) throw error;
      reporter.lost(error);
      failures += 1;
      await sleep(retryAfterOrBackoff(error, failures, BACKOFF), clock, signal);
    }
  }
}
