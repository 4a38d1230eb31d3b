import { articleId } from '../article/address.ts';
import type { Address } from '../subscription/address.ts';
import type { FeedStore } from './feed-store.ts';
import { MAX_FEEDS, MAX_FEEDS_OF_CHAT } from './follow-policy.ts';
import { beginFeed } from './followed-feed.ts';

/** The ids of the feeds that were added; how many were followed already, and are left out because the chat or the bot follows enough. */
export interface ImportedFeeds {
  added: string[];
  same: number;
  chatFull: number;
  botFull: number;
}

/** Makes a chat follow feeds by their addresses, without a look at them: they are read at once by the collector. */
export async function importFeeds(
  addresses: readonly string[],
  to: Address,
  { feeds, now }: { feeds: Pick<FeedStore, 'get' | 'count' | 'follow' | 'followedBy'>; now: Date },
): Promise<ImportedFeeds> {
  const imported: ImportedFeeds = { added: [], same: 0, chatFull: 0, botFull: 0 };
  const followed = new Set((await feeds.followedBy(to)).map(({ id }) => id));
  for (const url of addresses) {
    const id = articleId(url);
    if (followed.has(id)) imported.same += 1;
    else if (followed.size >= MAX_FEEDS_OF_CHAT) imported.chatFull += 1;
    else if ((await feeds.get(id)) === undefined && (await feeds.count()) >= MAX_FEEDS) imported.botFull += 1;
    else {
      await feeds.follow({ feed: beginFeed(id, url), nextAt: now }, to);
      followed.add(id);
      imported.added.push(id);
    }
  }
  return imported;
}
