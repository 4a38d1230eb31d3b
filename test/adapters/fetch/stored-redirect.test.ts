import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createFetcher } from '../../../adapters/fetch/fetcher.ts';
import { beginFeed } from '../../../src/following/followed-feed.ts';
import { pollFeed } from '../../../src/following/poll-feed.ts';
import { createFakeFeedStore } from '../../fakes/feed-store.ts';
import { makeRss } from '../../fakes/rss.ts';

const START = new Date('2024-05-01T00:00:00.000Z');

it('refuses an internal address again and again that a feed has moved to for good, and asks nothing there', async () => {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.end(makeRss([{ name: 'secret' }]));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const fetcher = createFetcher({ version: 'test', contact: undefined, allowed: new Set() });
  onTestFinished(async () => {
    await fetcher.close();
    server.close();
  });
  const feeds = createFakeFeedStore();
  const moved = { ...beginFeed('a', 'https://a.example/feed'), url: `http://127.0.0.1:${port}/feed` };
  const read = { ...moved, firstReadAt: START.toISOString() };
  await feeds.follow({ feed: read, nextAt: START }, { platform: 'test', chat: 'one' });
  const deps = { feeds, fetch: fetcher.fetch, limits: { minMs: 1, maxMs: 2 }, reportTrouble: async () => undefined };
  for (const failures of [1, 2]) {
    const feed = await feeds.get('a');
    if (feed !== undefined) await pollFeed(feed, { ...deps, now: () => START });
    expect(await feeds.get('a')).toMatchObject({ failures, failure: 'private' });
  }
  expect([asked, await feeds.pending()]).toEqual([[], 0]);
});
