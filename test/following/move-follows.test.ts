import { expect, it } from 'vitest';
import { beginFeed } from '../../src/following/followed-feed.ts';
import { moveFollowsToo } from '../../src/following/move-follows.ts';
import { createFakeFeedStore } from '../fakes/feed-store.ts';
import { makeSubscription } from '../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';

it('moves what a chat follows along with its subscriptions', async () => {
  const [before, after] = [
    { platform: 'test', chat: '1' },
    { platform: 'test', chat: '2' },
  ];
  const feeds = createFakeFeedStore();
  const subscriptions = moveFollowsToo(createFakeSubscriptionStore(), feeds);
  await feeds.follow({ feed: beginFeed('a', 'https://a.example/'), nextAt: new Date(0) }, before);
  await subscriptions.save(makeSubscription({ id: 'aaaaaa', to: before }), null);
  await subscriptions.moveChat(before, after);
  expect(await feeds.followers('a')).toEqual([after]);
  expect((await subscriptions.get('aaaaaa'))?.to).toEqual(after);
});
