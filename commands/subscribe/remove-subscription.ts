import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import type { RemovedSubscription } from '../../src/subscription/undo-unsubscribe.ts';

/** What removing a subscription needs. */
export interface RemoveDeps {
  subscriptions: Pick<SubscriptionStore, 'remove'>;
  deliveries: Pick<DeliveryQueue, 'forChat'>;
}

/** Removes a subscription, and returns it as it was, with its pending editions; empty if it was removed concurrently. */
export async function removeSubscription(
  { id, to }: Subscription,
  { subscriptions, deliveries }: RemoveDeps,
): Promise<RemovedSubscription[]> {
  const removed = await subscriptions.remove(id);
  if (removed === undefined) return [];
  const all = await deliveries.forChat(to);
  const editions = all.filter((one) => !('outcome' in one) && one.edition.subscription === id);
  const nextAt = removed.nextAt?.toISOString() ?? null;
  return [{ subscription: removed.subscription, nextAt, editions: editions.map(({ edition }) => edition.id) }];
}
