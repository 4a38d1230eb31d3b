import type { ChatAdapter } from './chat/platform.ts';
import type { Deliverer } from './delivery/deliverer.ts';
import type { Address } from './subscription/address.ts';

type Running = Pick<ChatAdapter, 'platform' | 'forget'> & Partial<Deliverer>;

/** What commands need to know of the running platforms. */
export function abilitiesOf(running: readonly Running[]) {
  return {
    delivers: (platform: string) => running.some((one) => one.platform === platform && one.deliver !== undefined),
    hasFollowers: (platform: string) => running.some((one) => one.platform === platform && one.hasFollowers === true),
    forgetAtPlatform: async (chat: Pick<Address, 'platform' | 'chat'>) =>
      await running.find((one) => one.platform === chat.platform)?.forget?.(chat),
  };
}
