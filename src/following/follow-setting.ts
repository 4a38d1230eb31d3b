import { articleId } from '../article/address.ts';
import type { FeedStore } from './feed-store.ts';
import { beginFeed, operatorBy } from './followed-feed.ts';

interface SettingDeps {
  feeds: Pick<FeedStore, 'follow' | 'unfollow' | 'followedBy'>;
  now: Date;
}

/** Makes the operator follow exactly these addresses by the setting. Those that are new are read at once. */
export async function followSetting(addresses: readonly string[], { feeds, now }: SettingDeps): Promise<void> {
  const setting = operatorBy('setting');
  const named = new Map(addresses.map((address) => [articleId(address), address]));
  for (const { id } of await feeds.followedBy(setting)) if (!named.has(id)) await feeds.unfollow(id, setting);
  for (const [id, url] of named) await feeds.follow({ feed: beginFeed(id, url), nextAt: now }, setting);
}
