import type { SubscriptionStore } from './store.ts';
import type { Subscription } from './subscription.ts';

/** Changes some of what is kept of a subscription, if it is still there, and nothing else of it. */
export async function changeSubscription(
  id: string,
  changes: Partial<Omit<Subscription, 'id' | 'schedule'>>,
  subscriptions: Pick<SubscriptionStore, 'change'>,
): Promise<void> {
  await subscriptions.change(id, ({ subscription, nextAt }) => ({
    subscription: { ...subscription, ...changes },
    nextAt,
  }));
}
