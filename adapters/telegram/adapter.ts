import { setMaxListeners } from 'node:events';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import { createKeyedQueue } from '../../src/messaging/keyed-queue.ts';
import type { RateLimiter } from '../../src/messaging/rate-limiter.ts';
import type { Platform, PlatformContext } from '../platform.ts';
import { createClient } from './client.ts';
import { pause } from './connect.ts';
import { readCredentials } from './credentials.ts';
import { deliver } from './deliver.ts';
import { createMessageLog } from './message-log.ts';
import { createOutbox } from './outbox.ts';
import { createTelegramPace } from './pace.ts';
import { serve } from './serve.ts';
import { createTyping } from './typing.ts';

/** What was begun has so long to come to its end when the bot is asked to stop. */
const MOST_STOP_MS = 6000;

/** Telegram, by long polling; undefined without `TELEGRAM_TOKEN`. `pace` is what its messages keep to. */
export function createTelegram(
  context: PlatformContext,
  pace: RateLimiter = createTelegramPace(context.clock),
): (Platform & Deliverer) | undefined {
  const credentials = readCredentials(context.env);
  if (credentials === undefined) return undefined;
  const client = createClient(credentials);
  const typing = createTyping(client, context.clock.after);
  const { moved, report } = context;
  const givingUp = new AbortController();
  // As many as there are messages waiting.
  setMaxListeners(0, givingUp.signal);
  const outbox = createOutbox({ client, pace, typing, moved, report, signal: givingUp.signal });
  const stopping = new AbortController();
  const told = createMessageLog(context.states('telegram'), report);
  const queue = createKeyedQueue(report, context.clock.after);
  let running = Promise.resolve();
  return {
    platform: 'telegram',
    // It serves until it is stopped.
    ended: new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve(), { once: true })),
    async start(commands, dispatch) {
      const all = {
        ...context,
        client,
        outbox,
        typing,
        told,
        queue,
        commands,
        dispatch,
        signal: stopping.signal,
      };
      running = serve(all).catch(report);
    },
    async deliver(to, view, options) {
      await deliver(to, { view, options }, { client, outbox, told });
    },
    forget: ({ chat }) => told.forget(chat),
    async stop() {
      stopping.abort();
      await running;
      const done = new AbortController();
      await Promise.race([queue.idle(), pause(MOST_STOP_MS, done.signal)]);
      done.abort();
      givingUp.abort();
      await queue.idle();
    },
  };
}
