import { expect, it } from 'vitest';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { beginFeed, operatorBy } from '../../src/following/followed-feed.ts';
import { createTroubleReports } from '../../src/operators/report-feed-trouble.ts';
import { createFakeFeedStore } from '../fakes/feed-store.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';
import { buttonsOf, textsOf } from '../fixtures/view-contents.ts';

const NOW = new Date('2024-05-02T00:00:00.000Z');
const FEED = { ...beginFeed('abc', 'https://a.example/feed'), title: 'Harbour News', failure: 'not-found' } as const;

it('tells every chat that follows a feed, in its language, and goes on if one cannot be reached', async () => {
  const feeds = createFakeFeedStore();
  const subscriptions = createFakeSubscriptionStore();
  const [ann, bob, gone] = ['ann', 'bob', 'gone'].map((chat) => ({ platform: 'test', chat }));
  for (const follower of [gone, ann, bob, operatorBy('setting')])
    if (follower) await feeds.follow({ feed: FEED, nextAt: NOW }, follower);
  await subscriptions.saveSettings({ platform: 'test', chat: 'bob' }, { language: 'zh-CN' });
  const sent: string[] = [];
  const warned: string[] = [];
  const report = createTroubleReports({
    feeds,
    subscriptions,
    platforms: [
      {
        platform: 'test',
        async deliver({ chat }, view) {
          if (chat === 'gone') throw new DeliveryError('gone');
          sent.push(`${chat}: ${textsOf(view).join(' ')}`);
          expect(buttonsOf(view)[0]?.[1]).toBe('/unfollow #abc');
        },
      },
    ],
    language: 'en',
    zone: 'UTC',
    now: () => NOW,
    warn: (line) => void warned.push(line),
  });
  await report(FEED, 'failing');
  expect(sent).toEqual([
    expect.stringMatching(/^ann: I haven’t been able to read Harbour News \(a\.example\) for a day\. There is nothing/),
    expect.stringMatching(/^bob: 已经一天读不到/),
  ]);
  expect(warned).toEqual([
    'Harbour News (a.example): cannot be read (not-found).',
    'Harbour News (a.example): test gone could not be told.',
  ]);
});
