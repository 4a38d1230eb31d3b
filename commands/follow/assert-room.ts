import { UsageError } from '../../src/chat/usage-error.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import { MAX_FEEDS, MAX_FEEDS_OF_CHAT } from '../../src/following/follow-policy.ts';
import type { Audience } from '../../src/locales/audience.ts';
import type { Address } from '../../src/subscription/address.ts';
import { openAction } from '../../src/view/spans.ts';

interface Room {
  feeds: Pick<FeedStore, 'get' | 'count' | 'followedBy'>;
  audience: Audience;
}

/** Returns whether the chat follows the feed already. Throws a `UsageError` if it, or the bot, follows too many. */
export async function assertRoom(
  feed: { id: string },
  where: Address,
  { feeds, audience: { t } }: Room,
): Promise<boolean> {
  const here = await feeds.followedBy(where);
  if (here.some(({ id }) => id === feed.id)) return true;
  if (here.length >= MAX_FEEDS_OF_CHAT) {
    const actions = [openAction(t('button.following'), '/following')];
    throw new UsageError(t('follow.chatFull', { count: MAX_FEEDS_OF_CHAT }), { actions });
  }
  const isNew = (await feeds.get(feed.id)) === undefined;
  if (isNew && (await feeds.count()) >= MAX_FEEDS) throw new UsageError(t('follow.botFull', { count: MAX_FEEDS }));
  return false;
}
