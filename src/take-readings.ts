import type { FollowedFeed } from './following/followed-feed.ts';
import { findTrouble } from './following/poll-feed.ts';
import type { Reading } from './metrics.ts';
import type { State } from './state.ts';

interface ReadingsDeps extends Pick<State, 'deliveries' | 'subscriptions' | 'feeds' | 'articles'> {
  platforms: readonly string[];
  now: Date;
}

/** Reads the gauges of everything that is stored. */
export async function takeReadings(deps: ReadingsDeps): Promise<readonly Reading[]> {
  const { platforms, deliveries, articles, feeds, now } = deps;
  const [queues, subscriptions, followed, total] = await Promise.all([
    Promise.all(platforms.map((platform) => readQueue(platform, { deliveries, now }))),
    readSubscriptions(deps),
    feeds.all(),
    articles.size(),
  ]);
  return [
    ...queues.flat(),
    ...subscriptions,
    ...countFeeds(followed, now),
    { gauge: 'articles', labels: {}, value: total },
  ];
}

async function readQueue(
  platform: string,
  { deliveries, now }: Pick<ReadingsDeps, 'deliveries' | 'now'>,
): Promise<Reading[]> {
  const { waiting, failed, nextAt } = await deliveries.backlog(platform);
  const oldestMs = nextAt === undefined ? 0 : Math.max(0, now.getTime() - nextAt.getTime());
  return [
    { gauge: 'deliveries', labels: { platform, state: 'waiting' }, value: waiting },
    { gauge: 'deliveries', labels: { platform, state: 'failed' }, value: failed },
    { gauge: 'oldestWaiting', labels: { platform }, value: oldestMs / 1000 },
  ];
}

async function readSubscriptions({ subscriptions }: Pick<ReadingsDeps, 'subscriptions'>): Promise<Reading[]> {
  const tally = await subscriptions.tally();
  return tally.flatMap(({ platform, state, subscriptions: value, chats }): Reading[] => [
    { gauge: 'subscriptions', labels: { platform, state }, value },
    ...(state === 'suspended' ? [{ gauge: 'suspendedChats', labels: { platform }, value: chats } as const] : []),
  ]);
}

const FEED_STATES = ['new', 'ok', 'failing', 'silent'] as const;

function countFeeds(feeds: readonly FollowedFeed[], now: Date): Reading[] {
  const states = Map.groupBy(feeds, (feed) => findTrouble(feed, now) ?? (feed.firstReadAt === null ? 'new' : 'ok'));
  return FEED_STATES.map((state) => ({
    gauge: 'feeds',
    labels: { state },
    value: states.get(state)?.length ?? 0,
  }));
}
