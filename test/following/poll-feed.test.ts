import { expect, it } from 'vitest';
import { beginFeed } from '../../src/following/followed-feed.ts';
import { nextReading, pollFeed } from '../../src/following/poll-feed.ts';
import { createFakeFeedStore } from '../fakes/feed-store.ts';
import { makeRss } from '../fakes/rss.ts';
import { createFakeWeb, type FakeAnswer } from '../fakes/web.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FEED = 'https://a.example/feed';
const START_MS = Date.parse('2024-05-01T00:00:00.000Z');
const story = (hour: number) => ({ name: `at-${hour}`, at: new Date(START_MS + hour * HOUR_MS) });

/** A followed feed that is read whenever it is due. */
async function follow(answer: FakeAnswer, afterMs = 0) {
  const feeds = createFakeFeedStore();
  const web = createFakeWeb({ [FEED]: answer });
  const troubles: string[] = [];
  let nowMs = START_MS + afterMs;
  await feeds.follow({ feed: beginFeed('a', FEED), nextAt: new Date(nowMs) }, { platform: 'test', chat: 'one' });
  const deps = {
    feeds,
    fetch: web.fetch,
    limits: { minMs: 5 * 60_000, maxMs: DAY_MS },
    now: () => new Date(nowMs),
    reportTrouble: async (_: object, trouble: string) => void troubles.push(trouble),
  };

  /** Lets time pass, in steps of a minute. */
  async function pass(ms: number): Promise<void> {
    for (const untilMs = nowMs + ms; nowMs < untilMs; nowMs += 60_000) {
      const due = await feeds.dueFeeds({ now: new Date(nowMs), after: '', limit: 1 });
      for (const feed of due) await pollFeed(feed, deps);
    }
  }
  const stored = async () => await feeds.get('a');
  return { web, feeds, troubles, pass, stored };
}

it('asks a failing feed less and less, and reports it once after a day, and again if it fails again', async () => {
  const { web, troubles, pass, stored } = await follow({ status: 500 });
  await pass(20 * HOUR_MS);
  expect(troubles).toEqual([]);
  await pass(4 * DAY_MS);
  expect(troubles).toEqual(['failing']);
  expect(web.asked.length).toBeLessThan(15);
  expect(await stored()).toMatchObject({ failure: 'unreachable', reported: 'failing' });
  web.pages[FEED] = makeRss([]);
  await pass(2 * DAY_MS);
  expect(await stored()).toMatchObject({ failures: 0, failure: null, reported: null });
  web.pages[FEED] = { status: 404 };
  await pass(4 * DAY_MS);
  expect(troubles).toEqual(['failing', 'failing']);
});

it('reports once that a feed is silent for much longer than it ever was', async () => {
  const { troubles, pass } = await follow(makeRss([3, 2, 1].map(story)), 4 * HOUR_MS);
  await pass(DAY_MS / 2);
  expect(troubles).toEqual([]);
  await pass(5 * DAY_MS);
  expect(troubles).toEqual(['silent']);
});

it('does not report that a feed was silent before it was followed', async () => {
  const { troubles, pass, stored } = await follow(makeRss([3, 2, 1].map(story)), 30 * DAY_MS);
  await pass(3 * DAY_MS);
  expect([troubles, (await stored())?.reported]).toEqual([[], 'silent']);
});

it('remembers where a feed has moved for good', async () => {
  const moved = 'https://new.example/feed';
  const { web, pass, stored } = await follow({ movedTo: moved, url: moved, body: makeRss([]) });
  web.pages[moved] = makeRss([]);
  await pass(DAY_MS);
  expect((await stored())?.url).toBe(moved);
  expect(web.asked.slice(1).every((url) => url === moved)).toBe(true);
});

it('reads a feed more and more rarely while nothing comes, down to the pace at which it publishes', async () => {
  const { web, pass } = await follow(makeRss([2000, 1000, 1].map(story)), 2000 * HOUR_MS);
  const inDay = async () => {
    const before = web.asked.length;
    await pass(DAY_MS);
    return web.asked.length - before;
  };
  expect([await inDay(), await inDay(), await inDay()]).toEqual([14, 1, 1]);
  web.pages[FEED] = makeRss([2070, 2000, 1000, 1].map(story));
  expect((await inDay()) + (await inDay())).toBeGreaterThan(10);
});

it('forgets an entry that left the feed three months ago once there are new ones', async () => {
  const { web, feeds, pass } = await follow(makeRss([story(0)]));
  await pass(HOUR_MS);
  const [entry] = await feeds.dueEntries({ now: new Date(START_MS + DAY_MS), after: '', limit: 1 });
  if (entry === undefined) throw new Error('There is no entry.');
  const firstSeenAt = new Date(START_MS - 91 * DAY_MS).toISOString();
  await feeds.saveEntry({ entry: { ...entry, state: 'saved', firstSeenAt }, nextAt: null });
  const isKnown = async () => (await feeds.knownKeys('a', [entry.key])).has(entry.key);
  web.pages[FEED] = makeRss([story(1), story(0)]);
  await pass(HOUR_MS);
  expect(await isKnown()).toBe(true);
  web.pages[FEED] = makeRss([story(2), story(1)]);
  await pass(3 * HOUR_MS);
  expect(await isKnown()).toBe(false);
});

it('follows a page of a setting to its feed', async () => {
  const page = '<html><head><link rel="alternate" type="application/rss+xml" href="/real.xml"></head></html>';
  const { web, pass, stored } = await follow(page);
  web.pages['https://a.example/real.xml'] = makeRss([story(1)], 'Real');
  await pass(HOUR_MS);
  expect(await stored()).toMatchObject({ url: 'https://a.example/real.xml', title: 'Real' });
});

it('waits as shortly as it may for the second reading of a feed that did not answer the first', () => {
  const [now, minMs] = [new Date(START_MS), HOUR_MS / 6];
  const limits = { minMs, maxMs: DAY_MS };
  expect(nextReading(beginFeed('a', FEED), { askedMs: 0, now, limits })).toEqual(new Date(START_MS + minMs));
});
