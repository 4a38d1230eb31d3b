import { defineCommand } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import { type FollowedFeed, sourcesOf } from '../../src/following/followed-feed.ts';
import { matchFeeds } from '../../src/following/match-feeds.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { describeFeed } from '../../src/presenters/following/describe-feed.ts';
import { unfollowActions } from '../../src/presenters/following/following-view.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import type {
  RemovedSubscription,
  RemovedSubscriptions,
  UnfollowedFeed,
} from '../../src/subscription/undo-unsubscribe.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction } from '../../src/view/spans.ts';
import { type RemoveDeps, removeSubscription } from '../subscribe/remove-subscription.ts';
import { assertMayFollow, type FollowAccess } from './access.ts';

interface UnfollowDeps extends RemoveDeps, FollowAccess {
  feeds: Pick<FeedStore, 'followedBy' | 'unfollow' | 'unfollowAll' | 'followers'>;
  subscriptions: Pick<SubscriptionStore, 'forChat' | 'remove'>;
  removed: Pick<RemovedSubscriptions, 'keep'>;
}

/** `/unfollow feed?`: ends following a feed, with the subscription that came with it, and a button to undo it. */
export const unfollowCommand = (deps: UnfollowDeps) =>
  defineCommand({
    name: 'unfollow',
    adminsOnly: true,
    summary: 'command.unfollow',
    examples: 'examples.unfollow',
    args: {
      feed: {
        kind: 'text',
        summary: 'arg.feed',
        optional: true,
        async suggest({ typed, in: where, limit }) {
          const found = matchFeeds(typed, await deps.feeds.followedBy(where));
          return found.slice(0, limit).map((feed) => ({ value: `#${feed.id}`, label: describeFeed(feed) }));
        },
      },
    },
    async run({ feed: typed }, audience, caller) {
      assertMayFollow(deps.following, caller, audience);
      const { t } = audience;
      const feed = findOne(typed, await deps.feeds.followedBy(caller.in), audience);
      const unfollowed = await endFollowing(feed, caller.in, deps);
      const subscriptions = await removeItsSubscriptions(feed, caller.in, deps);
      const kept = await deps.removed.keep(caller.in, { subscriptions, feed: unfollowed });
      const actions = kept === undefined ? [] : [openAction(t('button.undo'), `/restore #${kept}`)];
      return messageView(t('unfollow.done', { feed: describeFeed(feed) }), { actions });
    },
  });

/** Throws a `UsageError` with the feeds to choose from unless exactly one is meant. */
function findOne(typed: string | undefined, feeds: readonly FollowedFeed[], { t }: Audience): FollowedFeed {
  if (feeds.length === 0) throw new UsageError(t('following.none'));
  const found = typed === undefined ? feeds : matchFeeds(typed, feeds);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const actions = unfollowActions(found.length === 0 ? feeds : found);
  if (typed !== undefined && found.length === 0) throw new UsageError(t('unfollow.unknown', { typed }), { actions });
  throw new UsageError(t('unfollow.which'), { actions });
}

/** Ends it in the chat and all its threads: people see one list for them. */
async function endFollowing(
  { id, url, title, sources }: FollowedFeed,
  { platform, chat }: Address,
  { feeds }: UnfollowDeps,
): Promise<UnfollowedFeed> {
  const all = await feeds.followers(id);
  const followers = all.filter((follower) => follower.platform === platform && follower.chat === chat);
  for (const follower of followers) await feeds.unfollow(id, follower);
  return { id, url, title, sources, followers };
}

/** Removes the subscriptions of the chat that are for this feed alone. */
async function removeItsSubscriptions(
  feed: FollowedFeed,
  { platform, chat }: Address,
  deps: UnfollowDeps,
): Promise<RemovedSubscription[]> {
  const removed: RemovedSubscription[] = [];
  const sources = [...sourcesOf(feed)].sort().join(' ');
  for (const one of await deps.subscriptions.forChat({ platform, chat })) {
    const { selection } = one;
    const isOnlyOfFeed = [...selection.sources].sort().join(' ') === sources && selection.topics.length === 0;
    if (isOnlyOfFeed) removed.push(...(await removeSubscription(one, deps)));
  }
  return removed;
}
