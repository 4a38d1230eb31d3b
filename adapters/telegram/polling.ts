import type { Update } from 'telegraf/types';
import { createDeduplicator } from '../../src/messaging/deduplicator.ts';
import type { Client } from './client.ts';
import { TelegramFailure } from './errors.ts';

interface PollingDeps {
  client: Client;
  /** Is given every update once, in their order; never waited for, so that a slow one holds up no other. */
  handle(update: Update): void;
  /** Is told when Telegram stops answering, and when it answers again. */
  report(news: 'lost' | 'back', why: TelegramFailure | undefined): void;
  /** Resolves after a while, or at once where the signal says so. */
  pause(forMs: number, signal: AbortSignal): Promise<void>;
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
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Asks Telegram for updates until told to stop. Losing the network, a server's fault, a second instance (409) or a revoked
 * token (401) are waited out: it goes on as soon as it can.
 */
export async function pollUpdates(deps: PollingDeps, signal: AbortSignal): Promise<void> {
  const isNew = createDeduplicator<number>();
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const parameters = { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED };
      const timeoutMs = POLL_SECONDS * 1000 + GRACE_MS;
      const updates = await deps.client.call<Update[]>('getUpdates', parameters, { timeoutMs, signal });
      if (failures > 0) deps.report('back', undefined);
      failures = 0;
      offset = Math.max(offset, ...updates.map(({ update_id: id }) => id + 1));
      for (const update of updates.filter(({ update_id: id }) => isNew(id))) {
        deps.handle(update);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof TelegramFailure)) throw error;
      if (failures === 0) deps.report('lost', error);
      failures += 1;
      await deps.pause(error.retryAfterMs ?? pauseMs(failures), signal);
    }
  }
}

function pauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
}
