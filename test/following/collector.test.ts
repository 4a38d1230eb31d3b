import { describe, expect, it, onTestFinished } from 'vitest';
import { articleId } from '../../src/article/address.ts';
import { createCollector } from '../../src/following/collector.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import { beginFeed } from '../../src/following/followed-feed.ts';
import { FetchError } from '../../src/web/fetch-error.ts';
import type { FetchPage } from '../../src/web/fetch-page.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createFakeFeedStore } from '../fakes/feed-store.ts';
import { makeRss } from '../fakes/rss.ts';
import { makeSubscription } from '../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';
import { createFakeWeb, type FakeAnswer } from '../fakes/web.ts';

const CHAT = { platform: 'test', chat: 'one' };
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const at = (ms: number) => new Date(ms);

/** A collector with a feed store and a web in memory; pages are saved as they are. */
function start(pages: Record<string, FakeAnswer>, feeds: FeedStore = createFakeFeedStore()) {
  const clock = createFakeClock();
  const web = createFakeWeb(pages);
  /** A page with the text "never" does not answer until it is given up. */
  const fetch: FetchPage = (url, options = {}) => {
    if (web.pages[url] !== 'never') return web.fetch(url, options);
    const { promise, reject } = Promise.withResolvers<never>();
    options.signal?.addEventListener('abort', () => reject(new FetchError('aborted', 'It was given up.')));
    return promise;
  };
  const reported: unknown[] = [];
  const saved: string[] = [];
  const backfill: string[] = [];
  const subscriptions = createFakeSubscriptionStore();
  const collector = createCollector({
    feeds,
    subscriptions,
    clock,
    fetch,
    async capture({ url }, { signal }) {
      const { url: landed, body } = await fetch(url, signal ? { signal } : {});
      const text = new TextDecoder().decode(body);
      return { url: landed, name: landed, text, content: text, completeness: 'full' };
    },
    save: async ({ name }) => void saved.push(name),
    library: { markBackfill: async (ids) => void backfill.push(...ids) },
    limits: { minMs: 5 * MINUTE_MS, maxMs: DAY_MS },
    reportTrouble: async () => undefined,
    report: (error) => void reported.push(error),
  });
  onTestFinished(async () => {
    const stopped = collector.stop();
    await clock.pass(1000);
    await stopped;
    expect(reported).toEqual([]);
  });
  const follow = (id: string) =>
    feeds.follow({ feed: beginFeed(id, `https://${id}.example/feed`), nextAt: at(0) }, CHAT);
  return { clock, web, feeds, subscriptions, collector, saved, backfill, follow };
}

const story = (name: string, ms = 0, host = 'a.example') => ({ name, at: at(ms), link: `https://${host}/${name}` });
const FEED = 'https://a.example/feed';

describe('the collector', () => {
  it('saves the page of each entry, and later only those of new entries, which are no backfill', async () => {
    const { clock, web, feeds, collector, saved, backfill, follow } = start({
      [FEED]: makeRss([story('two'), story('one')]),
      'https://a.example/one': 'One.',
      'https://a.example/two': 'Two.',
      'https://a.example/three': 'Three.',
    });
    await follow('a');
    await collector.start();
    await clock.pass(5000);
    expect(saved.sort()).toEqual(['https://a.example/one', 'https://a.example/two']);
    expect(backfill).toHaveLength(2);
    web.pages[FEED] = makeRss([story('three', MINUTE_MS), story('two'), story('one')]);
    await feeds.change('a', ({ feed }) => ({ feed, nextAt: at(clock.nowMs()) }));
    collector.wake();
    await clock.pass(5000);
    expect(saved.at(-1)).toBe('https://a.example/three');
    expect([saved.length, backfill.length]).toEqual([3, 2]);
  });

  it('saves the articles of two formats of one feed under one name each', async () => {
    const entry = (name: string) =>
      `<entry><id>tag:a.example,2024:${name}</id><title>${name}</title><link href="https://a.example/${name}"/><updated>2024-05-01T00:00:00Z</updated></entry>`;
    const atom = (...names: readonly string[]) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title>${names.map(entry).join('')}</feed>`;
    const { clock, web, feeds, collector, saved, backfill, follow } = start({
      [FEED]: makeRss([story('one')]),
      'https://b.example/feed': atom('one'),
      'https://a.example/one': 'One.',
      'https://a.example/two': 'Two.',
    });
    await follow('a');
    await follow('b');
    await collector.start();
    await clock.pass(5000);
    Object.assign(web.pages, {
      [FEED]: makeRss([story('two', MINUTE_MS), story('one')]),
      'https://b.example/feed': atom('two', 'one'),
    });
    for (const id of ['a', 'b']) await feeds.change(id, ({ feed }) => ({ feed, nextAt: at(clock.nowMs()) }));
    collector.wake();
    await clock.pass(5000);
    expect([...new Set(saved)]).toEqual(['https://a.example/one', 'https://a.example/two']);
    expect(new Set(backfill)).toEqual(new Set([articleId('https://a.example/one')]));
  });

  it('goes on with the other feeds while one never answers', async () => {
    const { clock, web, collector, saved, follow } = start({});
    const pages: Record<string, FakeAnswer> = {};
    for (const host of ['b.example', 'c.example']) {
      pages[`https://${host}/feed`] = makeRss([story('one', 0, host)]);
      pages[`https://${host}/one`] = 'One.';
    }
    Object.assign(web.pages, pages, { [FEED]: 'never' });
    for (const id of ['a', 'b', 'c']) await follow(id);
    await collector.start();
    await clock.pass(5000);
    expect(saved.sort()).toEqual(['https://b.example/one', 'https://c.example/one']);
  });

  it('continues where a process that died stopped', async () => {
    const feeds = createFakeFeedStore();
    const pages = { [FEED]: makeRss([story('one')]), 'https://a.example/one': 'never' };
    const first = start(pages, feeds);
    await first.follow('a');
    await first.collector.start();
    await first.clock.pass(3000);
    expect([first.saved, await feeds.pending()]).toEqual([[], 1]);
    const second = start({ 'https://a.example/one': 'One.' }, feeds);
    await second.collector.start();
    await second.clock.pass(3000);
    expect([second.saved, await feeds.pending()]).toEqual([['https://a.example/one'], 0]);
  });

  it('extends the subscriptions to a feed whose articles turn out to be elsewhere', async () => {
    const landed = 'https://real.example/one';
    const pages = { [FEED]: makeRss([story('one')]), 'https://a.example/one': { url: landed, body: 'One.' } };
    const { clock, collector, feeds, subscriptions, follow } = start(pages);
    const sources = ['a.example'];
    await subscriptions.save(
      makeSubscription({ id: 'feed', to: CHAT, selection: { sources, topics: [], without: [] } }),
      null,
    );
    await subscriptions.save(makeSubscription({ id: 'all', to: CHAT }), null);
    await follow('a');
    await collector.start();
    await clock.pass(5000);
    expect((await feeds.get('a'))?.sources).toEqual(['a.example', 'real.example']);
    expect((await subscriptions.get('feed'))?.selection.sources).toEqual(['a.example', 'real.example']);
    expect((await subscriptions.get('all'))?.selection.sources).toEqual([]);
  });
});
