import type { Address } from '../subscription/address.ts';
import type { SubscriptionStore } from '../subscription/store.ts';
import { isSameSelection } from '../subscription/subscribe.ts';
import type { DeliveryQueue } from './queue.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

interface MoveDeps {
  subscriptions: Pick<SubscriptionStore, 'forChat' | 'remove' | 'moveChat'>;
  deliveries: Pick<DeliveryQueue, 'moveChat'>;
}

/**
 * Follows a chat to its new id. A subscription that somebody added anew there meanwhile replaces the equal one that would move
 * along, so that no digest comes twice.
 */
export async function moveChat(from: Chat, to: Chat, { subscriptions, deliveries }: MoveDeps): Promise<void> {
  if (from.platform === to.platform && from.chat === to.chat) return;
  const there = await subscriptions.forChat({ platform: to.platform, chat: to.chat });
  const moving = await subscriptions.forChat({ platform: from.platform, chat: from.chat });
  const replaced = moving.filter((one) =>
    there.some((other) => one.to.thread === other.to.thread && isSameSelection(one.selection, other.selection)),
  );
  // Before the move: after a crash in between, the rest moves with the next message to the old id.
  for (const { id } of replaced) await subscriptions.remove(id);
  await subscriptions.moveChat(from, to);
  await deliveries.moveChat(from, to);
}
