import type { FeedTrouble, FollowedFeed } from '../../following/followed-feed.ts';
import type { Audience } from '../../locales/audience.ts';
import { formatSlot } from '../../locales/format-slot.ts';
import { messageView } from '../../view/message-view.ts';
import { openAction } from '../../view/spans.ts';
import type { View } from '../../view/view.ts';
import { describeFeed, describeFeedFailure } from './describe-feed.ts';

/** What is wrong with a feed, with a button to end following it. */
export function feedTroubleView(
  feed: FollowedFeed,
  trouble: FeedTrouble,
  { now, audience }: { now: Date; audience: Audience },
): View {
  const { t } = audience;
  const actions = [
    openAction(t('button.unfollow'), `/unfollow #${feed.id}`),
    openAction(t('button.following'), '/following'),
  ];
  if (trouble === 'failing') {
    const why = describeFeedFailure(feed.failure ?? 'unreachable', audience);
    return messageView(t('trouble.failing', { feed: describeFeed(feed), why }), { actions });
  }
  const newest = new Date(feed.publishedMs[0] ?? now);
  const values = { feed: describeFeed(feed), time: formatSlot(newest, now, audience) };
  return messageView(t('trouble.silent', values), { actions });
}
