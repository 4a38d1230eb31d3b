import { fitButtonCommand } from '../../src/chat/button-command.ts';
import { defineCommand } from '../../src/chat/command.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import { type FollowedFeed, sourcesOf } from '../../src/following/followed-feed.ts';
import { matchFeeds } from '../../src/following/match-feeds.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { describeFeed } from '../../src/presenters/following/describe-feed.ts';
import { unfollowActions } from '../../src/presenters/following/following-view.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction } from '../../src/view/spans.ts';
import { assertMayFollow, type FollowAccess } from './access.ts';

interface UnfollowDeps extends PlatformLimits, FollowAccess {
  feeds: Pick<FeedStore, 'followedBy' | 'unfollow' | 'unfollowAll' | 'followers'>;
  subscriptions: Pick<SubscriptionStore, 'forChat' | 'remove'>;
}

/** `/unfollow feed?`: ends following a feed, with the subscription that came with it. */
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
      await endFollowing(feed, caller.in, deps);
      const again = fitButtonCommand(`/follow ${feed.url}`, deps.maxButtonBytes);
      const actions = again === undefined ? [] : [openAction(t('button.undo'), again)];
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
async function endFollowing(feed: FollowedFeed, { platform, chat }: Address, deps: UnfollowDeps): Promise<void> {
  const { feeds, subscriptions } = deps;
  for (const follower of await feeds.followers(feed.id)) {
    if (follower.platform === platform && follower.chat === chat) await feeds.unfollow(feed.id, follower);
  }
  const sources = [...sourcesOf(feed)].sort().join(' ');
  for (const { id, selection } of await subscriptions.forChat({ platform, chat })) {
    const isOnlyOfFeed = [...selection.sources].sort().join(' ') === sources && selection.topics.length === 0;
    if (isOnlyOfFeed) await subscriptions.remove(id);
  }
}
