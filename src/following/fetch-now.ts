import type { FeedStore } from './feed-store.ts';

/** Makes a feed due, so that the collector reads it within a second or two. Nothing if there is no such feed. */
export async function fetchNow(id: string, feeds: Pick<FeedStore, 'change'>, now: Date): Promise<void> {
  await feeds.change(id, ({ feed }) => ({ feed, nextAt: now }));
}
