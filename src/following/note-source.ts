import type { SubscriptionStore } from '../subscription/store.ts';
import { MAX_SOURCES } from './apply-reading.ts';
import type { FeedStore } from './feed-store.ts';
import { type FollowedFeed, type Follower, isOperator, sourcesOf } from './followed-feed.ts';

interface NoteDeps {
  feeds: Pick<FeedStore, 'get' | 'change' | 'followers'>;
  subscriptions: Pick<SubscriptionStore, 'forChat' | 'change'>;
}

/**
 * Notes a host that the articles of a feed are on, if it is another than its links say, as behind a redirect. Subscriptions
 * to the feed then take its articles from there too.
 */
export async function noteSource(id: string, source: string, deps: NoteDeps): Promise<void> {
  const feed = await deps.feeds.get(id);
  if (feed === undefined || feed.sources.includes(source) || feed.sources.length >= MAX_SOURCES) return;
  for (const follower of await deps.feeds.followers(id)) {
    if (!isOperator(follower)) await extendSubscriptions(follower, { feed, source }, deps.subscriptions);
  }
  await deps.feeds.change(id, ({ feed: current, nextAt }) => ({
    feed: { ...current, sources: [...new Set([...current.sources, source])] },
    nextAt,
  }));
}

async function extendSubscriptions(
  follower: Follower,
  { feed, source }: { feed: FollowedFeed; source: string },
  subscriptions: NoteDeps['subscriptions'],
): Promise<void> {
  for (const { id } of await subscriptions.forChat(follower)) {
    await subscriptions.change(id, ({ subscription, nextAt }) => {
      const { sources } = subscription.selection;
      const isOfFeed = sourcesOf(feed).every((known) => sources.includes(known));
      if (!isOfFeed || sources.includes(source)) return undefined;
      return {
        subscription: { ...subscription, selection: { ...subscription.selection, sources: [...sources, source] } },
        nextAt,
      };
    });
  }
}
