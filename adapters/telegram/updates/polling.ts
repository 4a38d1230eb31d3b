import type { Update } from 'telegraf/types';
import { type Clock, sleep } from '../../../src/clock.ts';
import { createConnectionReporter, type ReportConnection } from '../../../src/messaging/connection.ts';
import { createDeduplicator } from '../../../src/messaging/deduplicator.ts';
import type { Backoff } from '../../../src/messaging/retry.ts';
import { retryAfterOrBackoff } from '../../../src/messaging/retry-after.ts';
import type { Client } from '../client.ts';
import { malformedResponse, type TelegramFailure, toFailure } from '../errors.ts';
import type { PollWatchdog } from './poll-watchdog.ts';

/** The updates that the bot wants. */
export const ALLOWED = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'chat_member',
];
const POLL_SECONDS = 20;
/** A later response was lost on its way. */
const TIMEOUT_MS = POLL_SECONDS * 1000 + 5000;
const BACKOFF: Backoff = { firstMs: 1000, longestMs: 30_000 };

interface PollingDeps {
  client: Client;
  clock: Pick<Clock, 'after'>;
  signal: AbortSignal;
  watchdog: Pick<PollWatchdog, 'heard'>;
  report(error: unknown): void;
}

/**
 * Polls Telegram for updates until the signal aborts; `receive` gets each once, in order, and they are confirmed once it
 * resolves. After any failure polling goes on: a lost network, a server error, a malformed response, a second instance (409)
 * and a revoked token (401) are retried until polling works again.
 */
export async function pollUpdates(
  receive: (updates: readonly Update[]) => Promise<void>,
  reportConnection: ReportConnection<TelegramFailure>,
  { client, clock, signal, watchdog, report }: PollingDeps,
): Promise<void> {
  const isNew = createDeduplicator<number>();
  const reporter = createConnectionReporter(reportConnection);
  let offset = 0;
  let failures = 0;

  async function poll(): Promise<void> {
    const parameters = { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED };
    const response = await client.call<unknown[]>('getUpdates', parameters, { timeoutMs: TIMEOUT_MS, signal });
    const updates = response.filter(isUpdate);
    offset = Math.max(offset, ...updates.map(({ update_id: id }) => id + 1));
    await receive(updates.filter(({ update_id: id }) => isNew(id)));
    // What has no id cannot be confirmed: Telegram sends it again at once.
    if (updates.length < response.length) throw malformedResponse();
  }

  while (!signal.aborted) {
    try {
      await poll();
      watchdog.heard();
      reporter.back();
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      const failure = toFailure(error);
      if (failure !== error) report(error);
      if (isAnswer(failure)) watchdog.heard();
      reporter.lost(failure);
      failures += 1;
      await sleep(retryAfterOrBackoff(failure, failures, BACKOFF), clock, signal);
    }
  }
}

/** Whether Telegram sent an update. */
export function isUpdate(value: unknown): value is Update {
  return typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id);
}

/** Whether Telegram certainly answered: it asks for a delay, or does not let the bot in. */
function isAnswer({ kind, retryAfterMs }: TelegramFailure): boolean {
  return kind === 'stopped' || retryAfterMs !== undefined;
}
