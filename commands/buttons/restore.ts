import { type CommandContext, defineCommand } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import { isDropped } from '../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import { beginFeed } from '../../src/following/followed-feed.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { describeFeed } from '../../src/presenters/following/describe-feed.ts';
import {
  type SubscriptionStatus,
  subscriptionsView,
  subscriptionView,
} from '../../src/presenters/subscription/subscription-view.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import { isSameSelection, MAX_SUBSCRIPTIONS } from '../../src/subscription/subscribe.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import type {
  RemovedSubscription,
  RemovedSubscriptions,
  UnfollowedFeed,
} from '../../src/subscription/undo-unsubscribe.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction } from '../../src/view/spans.ts';
import type { View } from '../../src/view/view.ts';
import { assertMayFollow, type FollowAccess } from '../follow/access.ts';
import { assertRoom } from '../follow/assert-room.ts';

interface RestoreDeps extends FollowAccess {
  feeds: Pick<FeedStore, 'get' | 'count' | 'followedBy' | 'follow'>;
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'save' | 'nextAt'>;
  deliveries: Pick<DeliveryQueue, 'get' | 'resend'>;
  removed: Pick<RemovedSubscriptions, 'recall'>;
  now: () => Date;
}

/** `/restore subscription`, only for buttons: undoes `/unsubscribe` and `/unfollow`. Articles since then are not lost. */
export const restoreCommand = (deps: RestoreDeps) =>
  defineCommand({
    name: 'restore',
    hidden: true,
    adminsOnly: true,
    summary: 'command.restore',
    examples: 'examples.restore',
    args: { subscription: { kind: 'text', summary: 'arg.subscription' } },
    async run({ subscription: id }, audience, caller) {
      const { t } = audience;
      const { in: where } = caller;
      const removed = await deps.removed.recall(where, id.replace(/^#/u, ''));
      const list = openAction(t('button.subscriptions'), '/subscriptions');
      if (removed === undefined) throw new UsageError(t('restore.late'), { actions: [list] });
      const { subscriptions, feed } = removed;
      if (!(await hasRoom(subscriptions, deps)))
        throw new UsageError(t('wrong.manySubscriptions', { count: MAX_SUBSCRIPTIONS }), { actions: [list] });
      if (feed !== undefined) await followAgain(feed, { deps, caller, audience });
      const restored: SubscriptionStatus[] = [];
      for (const one of subscriptions) restored.push(await restoreOne(one, deps));
      const notice = feed === undefined ? t('restore.done') : t('follow.done', { feed: describeFeed(feed) });
      return restoredView(restored, { where, now: deps.now(), notice }, audience);
    },
  });

function restoredView(
  restored: readonly SubscriptionStatus[],
  context: { where: Address; now: Date; notice: string },
  audience: Audience,
): View {
  const [only, ...others] = restored;
  if (only === undefined) {
    const actions = [openAction(audience.t('button.following'), '/following')];
    return messageView(context.notice, { actions });
  }
  if (others.length > 0) return subscriptionsView(restored, context, audience);
  return subscriptionView(only, context, audience);
}

/** Follows a feed as before, without a look at the site: it may be out of reach. Throws a `UsageError` as `/follow`. */
async function followAgain(
  { id, url, title, sources, followers }: UnfollowedFeed,
  { deps, caller, audience }: { deps: RestoreDeps; caller: CommandContext; audience: Audience },
): Promise<void> {
  const { feeds, following, now } = deps;
  assertMayFollow(following, caller, audience);
  await assertRoom({ id }, caller.in, { feeds, audience });
  const feed = { ...beginFeed(id, url), title, sources };
  for (const follower of followers) await feeds.follow({ feed, nextAt: now() }, follower);
  following.wake();
}

async function hasRoom(removed: readonly RemovedSubscription[], { subscriptions }: RestoreDeps): Promise<boolean> {
  const [first] = removed;
  const here = first === undefined ? [] : await subscriptions.forChat(chatOf(first.subscription));
  const missing = removed.filter(({ subscription }) => findSame(subscription, here) === undefined);
  return here.length + missing.length <= MAX_SUBSCRIPTIONS;
}

/** Restores a subscription, unless it exists again or an equal one does: that one stays unchanged. */
async function restoreOne(
  { subscription, nextAt, editions }: RemovedSubscription,
  deps: RestoreDeps,
): Promise<SubscriptionStatus> {
  const { subscriptions, deliveries, now } = deps;
  const same = findSame(subscription, await subscriptions.forChat(chatOf(subscription)));
  if (same === undefined) {
    await subscriptions.save(subscription, nextAt === null ? null : new Date(nextAt));
    // Its pending editions were dropped, or will find it active again.
    for (const id of editions) {
      const found = await deliveries.get(id);
      if (found !== undefined && isDropped(found)) await deliveries.resend(id, now());
    }
  }
  const current = same ?? subscription;
  return { subscription: current, nextAt: await subscriptions.nextAt(current.id) };
}

function findSame({ id, to, selection }: Subscription, here: readonly Subscription[]): Subscription | undefined {
  return here.find(
    (one) => one.id === id || (one.to.thread === to.thread && isSameSelection(one.selection, selection)),
  );
}

function chatOf({ to: { platform, chat } }: Subscription) {
  return { platform, chat };
}
