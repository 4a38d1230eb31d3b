import { fitButtonCommand } from '../../src/chat/button-command.ts';
import { defineCommand } from '../../src/chat/command.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import { findFollowable } from '../../src/following/find-followable.ts';
import { mayFollow } from '../../src/following/follow-policy.ts';
import { type FeedFailure, sourcesOf } from '../../src/following/followed-feed.ts';
import type { Arrivals } from '../../src/library/arrivals.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { describeFeed, describeFeedFailure } from '../../src/presenters/following/describe-feed.ts';
import { subscriptionView } from '../../src/presenters/subscription/subscription-view.ts';
import { nextCheck } from '../../src/schedule/next-check.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction } from '../../src/view/spans.ts';
import { type ApplyDeps, applyRequest } from '../subscribe/apply-request.ts';
import { assertMayFollow, type FollowAccess } from './access.ts';
import { assertRoom } from './assert-room.ts';

/** The dependencies of `/follow`. */
export interface FollowDeps extends ApplyDeps, FollowAccess, PlatformLimits {
  feeds: FeedStore;
  arrivals: Pick<Arrivals, 'position'>;
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
}

/** `/follow address`: collects the articles of a site, and subscribes the chat to them. */
export const followCommand = (deps: FollowDeps) =>
  defineCommand({
    name: 'follow',
    adminsOnly: true,
    mayUse: ({ in: { platform }, by }) => mayFollow(deps.following, platform, by),
    opensArticles: true,
    summary: 'command.follow',
    examples: 'examples.follow',
    args: { address: { kind: 'text', summary: 'arg.address' } },
    async run({ address }, audience, caller) {
      const { feeds, following, now, subscriptions } = deps;
      const { t } = audience;
      assertMayFollow(following, caller, audience);
      const found = await findFollowable(address, { ...following, feeds, now: now() });
      if ('failure' in found) throw toUsageError(found.failure, `/follow ${address}`, { audience, ...deps });
      const isKnown = await assertRoom(found.scheduled.feed, caller.in, { feeds, audience });
      const { feed } = found.scheduled;
      const notice = t(isKnown ? 'follow.already' : 'follow.done', { feed: describeFeed(feed) });
      if (!deps.delivers(caller.in.platform)) {
        await feeds.follow(found.scheduled, caller.in, found.entries);
        following.wake();
        const actions = [openAction(t('button.articles'), `/articles ${sourcesOf(feed)[0]}`)];
        return messageView(`${notice}\n${t('follow.collecting')}`, { actions });
      }
      const [settings, position] = [await subscriptions.settings(caller.in), await deps.arrivals.position()];
      const selection = { sources: sourcesOf(feed), topics: [], without: [] };
      const request = {
        schedule: {},
        selection,
        style: undefined,
        named: undefined,
        place: undefined,
        isAnother: false,
      };
      const { subscription } = await applyRequest(request, { deps, caller, audience, settings, position });
      await feeds.follow(found.scheduled, caller.in, found.entries);
      following.wake();
      const nextAt = subscription.state === 'active' ? nextCheck(subscription.schedule, now()) : undefined;
      return subscriptionView({ subscription, nextAt }, { notice, where: caller.in, now: now() }, audience);
    },
  });

/** Says why nothing can be followed at an address, and what to do; a site that does not answer has a button to try again. */
function toUsageError(
  failure: FeedFailure,
  command: string,
  { audience, maxButtonBytes }: PlatformLimits & { audience: Audience },
): UsageError {
  const { t } = audience;
  const why = describeFeedFailure(failure, audience);
  const isMistyped = failure === 'not-found' || failure === 'unreachable';
  const again = failure === 'unreachable' ? fitButtonCommand(command, maxButtonBytes) : undefined;
  const actions = again === undefined ? [] : [openAction(t('button.again'), again)];
  return new UsageError(isMistyped ? `${why}\n${t('follow.checkAddress')}` : why, { actions });
}
