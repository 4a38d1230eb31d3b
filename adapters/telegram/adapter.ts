import { setMaxListeners } from 'node:events';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import { createKeyedQueue } from '../../src/messaging/keyed-queue.ts';
import { createLifecycle } from '../../src/messaging/lifecycle.ts';
import { createRateLimiter, type RateLimiter } from '../../src/messaging/rate-limiter.ts';
import type { Platform, PlatformContext } from '../platform.ts';
import { createClient } from './client.ts';
import { deliver } from './deliver.ts';
import { createMessageLog } from './message-log.ts';
import { createOutbox } from './outbox.ts';
import { RATE_LIMITS } from './rate-limits.ts';
import { serve } from './serve.ts';
import type { TelegramSettings } from './settings.ts';
import { createTyping } from './typing.ts';

/** Telegram, by long polling. */
export function createTelegram(
  settings: TelegramSettings,
  context: PlatformContext,
  limiter: RateLimiter = createRateLimiter(context.clock, RATE_LIMITS),
): Platform & Deliverer {
  const client = createClient(settings);
  const typing = createTyping(client, context.clock.after);
  const { onChatMoved, report } = context;
  const givingUp = new AbortController();
  // As many as there are messages waiting.
  setMaxListeners(0, givingUp.signal);
  const outbox = createOutbox({ client, limiter, typing, onChatMoved, report, signal: givingUp.signal });
  const messageLog = createMessageLog(context.states('telegram'), report);
  const queue = createKeyedQueue(report, context.clock.after);
  const lifecycle = createLifecycle({ ...context, queue });
  return {
    platform: 'telegram',
    ended: lifecycle.ended,
    async start(commands, dispatch) {
      const deps = {
        ...context,
        client,
        outbox,
        typing,
        messageLog,
        queue,
        commands,
        dispatch,
        signal: lifecycle.signal,
      };
      lifecycle.run(() => serve(deps));
    },
    async deliver(to, view, options) {
      await deliver(to, { view, options }, { client, outbox, messageLog });
    },
    forget: ({ chat }) => messageLog.forget(chat),
    async stop() {
      await lifecycle.stop();
      givingUp.abort();
      await queue.idle();
    },
  };
}
