import { expect, it } from 'vitest';
import { beginFeed, type FollowedFeed, operatorBy } from '../src/following/followed-feed.ts';
import type { Reading } from '../src/metrics.ts';
import { takeReadings } from '../src/take-readings.ts';
import { createFakeDeliveryQueue } from './fakes/delivery-queue.ts';
import { createFakeFeedStore } from './fakes/feed-store.ts';
import { createFakeLibraryStore } from './fakes/library-store.ts';
import { makeEdition, makeSubscription } from './fakes/subscription.ts';
import { createFakeSubscriptionStore } from './fakes/subscription-store.ts';

const MINUTE_MS = 60_000;
const now = new Date('2024-05-02T08:00:00.000Z');
const before = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);

function stores() {
  return {
    deliveries: createFakeDeliveryQueue(),
    subscriptions: createFakeSubscriptionStore(),
    feeds: createFakeFeedStore(),
    articles: createFakeLibraryStore(),
  };
}

/** The value of a gauge; undefined if it was not read. */
function readingOf(readings: readonly Reading[], gauge: Reading['gauge'], labels: object = {}): number | undefined {
  return readings.find((one) => one.gauge === gauge && JSON.stringify(one.labels) === JSON.stringify(labels))?.value;
}

it('reads zeros of stores that are empty', async () => {
  const readings = await takeReadings({ ...stores(), platforms: ['telegram'], now });
  expect(readingOf(readings, 'deliveries', { platform: 'telegram', state: 'waiting' })).toBe(0);
  expect(readingOf(readings, 'oldestWaiting', { platform: 'telegram' })).toBe(0);
  expect(readingOf(readings, 'feeds', { state: 'failing' })).toBe(0);
  expect(readingOf(readings, 'articles')).toBe(0);
});

it('reads how many deliveries wait, and for how long the first of them', async () => {
  const state = stores();
  await state.deliveries.add([makeEdition('a'), makeEdition('b')], before(12));
  const [taken] = await state.deliveries.take('telegram', before(12), 1);
  await state.deliveries.complete(taken?.edition.id ?? '', 'failed', { at: before(11), reason: 'refused' });
  const readings = await takeReadings({ ...state, platforms: ['telegram', 'discord'], now });
  expect(readingOf(readings, 'deliveries', { platform: 'telegram', state: 'waiting' })).toBe(1);
  expect(readingOf(readings, 'deliveries', { platform: 'telegram', state: 'failed' })).toBe(1);
  expect(readingOf(readings, 'oldestWaiting', { platform: 'telegram' })).toBe(12 * 60);
  expect(readingOf(readings, 'oldestWaiting', { platform: 'discord' })).toBe(0);
});

it('counts a delivery that is tried again later as waiting, but not as late', async () => {
  const state = stores();
  await state.deliveries.add([makeEdition('a')], before(12));
  await state.deliveries.take('telegram', before(12), 1);
  await state.deliveries.retryAt('a', { at: before(-5), reason: 'busy', attempts: 1 });
  const readings = await takeReadings({ ...state, platforms: ['telegram'], now });
  expect(readingOf(readings, 'deliveries', { platform: 'telegram', state: 'waiting' })).toBe(1);
  expect(readingOf(readings, 'oldestWaiting', { platform: 'telegram' })).toBe(0);
});

it('counts subscriptions by state, and the chats that are suspended', async () => {
  const state = stores();
  for (const [id, chat] of [
    ['aaaaaa', '1'],
    ['bbbbbb', '1'],
  ])
    await state.subscriptions.save(
      makeSubscription({
        id: String(id),
        to: { platform: 'telegram', chat: String(chat) },
        state: 'suspended',
        suspendedFor: 'gone',
      }),
      null,
    );
  await state.subscriptions.save(makeSubscription({ id: 'cccccc' }), now);
  const readings = await takeReadings({ ...state, platforms: ['telegram'], now });
  expect(readingOf(readings, 'subscriptions', { platform: 'telegram', state: 'suspended' })).toBe(2);
  expect(readingOf(readings, 'subscriptions', { platform: 'telegram', state: 'active' })).toBe(1);
  expect(readingOf(readings, 'suspendedChats', { platform: 'telegram' })).toBe(1);
});

it('counts feeds by how they are doing', async () => {
  const state = stores();
  const read = { firstReadAt: before(9000).toISOString(), lastReadAt: before(9).toISOString() };
  const failing = { ...read, failures: 9, failingSince: before(2000).toISOString(), failure: 'login' } as const;
  const feeds: readonly Partial<FollowedFeed>[] = [{}, read, read, failing];
  for (const [at, more] of feeds.entries()) {
    const feed = { ...beginFeed(`feed${at}`, `https://site${at}.example/feed`), ...more };
    await state.feeds.follow({ feed, nextAt: now }, operatorBy('setting'));
  }
  const readings = await takeReadings({ ...state, platforms: [], now });
  const counts = ['new', 'ok', 'failing', 'silent'].map((one) => readingOf(readings, 'feeds', { state: one }));
  expect(counts).toEqual([1, 2, 1, 0]);
});
