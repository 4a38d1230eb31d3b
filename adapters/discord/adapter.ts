import type { Deliverer } from '../../src/delivery/deliverer.ts';
import type { Reviser } from '../../src/delivery/revisions/reviser.ts';
import { createKeyedQueue } from '../../src/messaging/keyed-queue.ts';
import { createLifecycle } from '../../src/messaging/lifecycle.ts';
import type { RateLimiter } from '../../src/messaging/rate-limits/rate-limiter.ts';
import type { Platform, PlatformContext } from '../shared/platform.ts';
import type { Service } from './serve.ts';
import type { DiscordSettings } from './settings.ts';

/** Discord, through its gateway. Loads discord.js, which takes a while, only when it is needed. */
export function createDiscord(
  settings: DiscordSettings,
  context: PlatformContext,
  rateLimiter?: RateLimiter,
): Platform & Deliverer & Reviser {
  const queue = createKeyedQueue(context.report, context.clock.after);
  const lifecycle = createLifecycle({ ...context, queue });
  let service: Promise<Service> | undefined;
  const load = (): Promise<Service> =>
    (service ??= import('./serve.ts').then(({ createService }) =>
      createService({ ...context, ...settings, queue, signal: lifecycle.signal }, rateLimiter),
    ));
  return {
    platform: 'discord',
    ended: lifecycle.ended,
    async start(commands, dispatch) {
      const { serve } = await load();
      lifecycle.run(() => serve(commands, dispatch));
    },
    hasFollowers: true,
    async deliver(to, view, options) {
      await (await load()).deliver(to, view, options);
    },
    async revise(to, revision) {
      await (await load()).revise(to, revision);
    },
    privateChat: async (person) => await (await load()).privateChat(person),
    async forget(chat) {
      await (await load()).forget(chat);
    },
    stop: lifecycle.stop,
  };
}
