import { setMaxListeners } from 'node:events';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import type { Reviser } from '../../src/delivery/revisions/reviser.ts';
import { createKeyedQueue } from '../../src/messaging/keyed-queue.ts';
import { createLifecycle } from '../../src/messaging/lifecycle.ts';
import { createFailureMeter } from '../../src/messaging/meter-failures.ts';
import { createRateLimiter, type RateLimiter } from '../../src/messaging/rate-limits/rate-limiter.ts';
import { createSingleFlight } from '../../src/messaging/single-flight.ts';
import type { Platform, PlatformContext } from '../shared/platform.ts';
import { createDocumentReader } from './attached-document.ts';
import { createClient, QUICK } from './client.ts';
import type { TelegramContext } from './context.ts';
import { deliver } from './deliver.ts';
import { createMessageLog } from './message-log.ts';
import { createOutbox } from './outbox.ts';
import { RATE_LIMITS } from './rate-limits.ts';
import { revise } from './revise.ts';
import { serve } from './serve.ts';
import type { TelegramSettings } from './settings.ts';
import { createTyping } from './typing.ts';
import { createInbox, type Inbox } from './updates/inbox.ts';
import { createUnanswered } from './updates/unanswered.ts';
import { webhookSecret } from './updates/webhook.ts';

/** Telegram, by long polling or a webhook. */
export function createTelegram(
  settings: TelegramSettings,
  platform: PlatformContext,
  limiter: RateLimiter = createRateLimiter(
    platform.clock,
    RATE_LIMITS,
    platform.shareRate(`telegram ${botOf(settings)}`),
  ),
): Platform & Deliverer & Reviser {
  const { clock, report, metrics } = platform;
  const client = createClient({ ...settings, onFailure: createFailureMeter('telegram', metrics) });
  const typing = createTyping(client, clock.after);
  const aborting = new AbortController();
  // As many as there are messages waiting.
  setMaxListeners(0, aborting.signal);
  const queue = createKeyedQueue(report, clock.after);
  const lifecycle = createLifecycle({ ...platform, queue });
  const state = platform.states('telegram');
  const messageLog = createMessageLog(state, report);
  const outbox = createOutbox({ ...platform, client, limiter, typing, signal: aborting.signal });
  const context: TelegramContext = {
    ...platform,
    client,
    outbox,
    typing,
    readDocument: createDocumentReader(client, settings),
    messageLog,
    ...createIntake(settings, createInbox(state, report)),
    queue,
    checkResponds: createSingleFlight(() => client.call('getMe', {}, QUICK)),
    isReachable: () =>
      createClient(settings)
        .call('getMe', {})
        .then(
          () => true,
          () => false,
        ),
    signal: lifecycle.signal,
  };
  return {
    platform: 'telegram',
    ended: lifecycle.ended,
    async start(commands, dispatch) {
      lifecycle.run(() => serve(commands, dispatch, context));
    },
    deliver: (to, view, options) => deliver(to, { view, options }, context),
    revise: (to, revision) => revise(to, revision, context),
    forget: ({ chat }) => messageLog.forget(chat),
    privateChat: async (person) => person,
    async stop() {
      await lifecycle.stop();
      aborting.abort();
      await queue.idle();
    },
  };
}

/** Where updates are kept until they are answered: by polling here, by a webhook at Telegram. */
function createIntake(
  { token, webhookUrl: url }: TelegramSettings,
  stored: Inbox,
): Pick<TelegramContext, 'inbox' | 'webhook'> {
  if (url === undefined) return { inbox: stored, webhook: undefined };
  const { whenAnswered, ...inbox } = createUnanswered();
  return { inbox, webhook: { url, secret: webhookSecret(token), whenAnswered } };
}

/** Which bot a token is of, as it may be shown. */
function botOf({ token }: TelegramSettings): string {
  return token.split(':', 1).join('');
}
