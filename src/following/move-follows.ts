import type { SubscriptionStore } from '../subscription/store.ts';
import type { FeedStore } from './feed-store.ts';

/** A store of subscriptions that moves what a chat follows along with its subscriptions. */
export function moveFollowsToo(
  subscriptions: SubscriptionStore,
  feeds: Pick<FeedStore, 'moveChat'>,
): SubscriptionStore {
  return {
    ...subscriptions,
    async moveChat(from, to) {
      await subscriptions.moveChat(from, to);
      await feeds.moveChat(from, to);
    },
  };
}
