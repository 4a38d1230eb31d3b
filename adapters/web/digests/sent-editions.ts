import type { Delivered } from '../../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../../src/delivery/queue.ts';
import type { Subscription } from '../../../src/subscription/subscription.ts';
import type { WebStores } from '../web-context.ts';

const MAX_SUBSCRIPTIONS = 50;

/** A subscription, and the editions of it that arrived. */
export interface SubscriptionEditions {
  subscription: Subscription;
  sent: readonly Delivered[];
}

/** The first subscriptions with their editions; none without stores. */
export async function subscriptionEditions(stores: WebStores | undefined): Promise<SubscriptionEditions[]> {
  if (stores === undefined) return [];
  const subscriptions = await stores.subscriptions.page('', MAX_SUBSCRIPTIONS);
  return await Promise.all(
    subscriptions.map(async (subscription) => ({
      subscription,
      sent: await sentEditions(subscription, stores.deliveries),
    })),
  );
}

/** The deliveries of a subscription that arrived, the latest first. */
export async function sentEditions(
  { id, to }: Pick<Subscription, 'id' | 'to'>,
  deliveries: Pick<DeliveryQueue, 'forChat'>,
): Promise<Delivered[]> {
  const found = await deliveries.forChat(to);
  return found
    .filter((one): one is Delivered => 'outcome' in one && one.outcome === 'sent' && one.edition.subscription === id)
    .toSorted((one, other) => (one.edition.slot < other.edition.slot ? 1 : -1));
}
