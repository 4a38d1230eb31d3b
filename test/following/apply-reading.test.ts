import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feed/parse-feed.ts';
import { applyReading } from '../../src/following/apply-reading.ts';
import { beginFeed, type FollowedFeed, hostOf } from '../../src/following/followed-feed.ts';
import { type FakeItem, makeRss } from '../fakes/rss.ts';

const NOW = new Date('2024-05-02T00:00:00.000Z');
const URL = 'https://example.org/news.xml';
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const numbered = (count: number, item: (n: number) => Partial<FakeItem>) =>
  Array.from({ length: count }, (_, n) => ({ name: `story-${n}`, ...item(n) }));

function read(before: FollowedFeed, items: readonly FakeItem[], { now = NOW, known = [] as string[] } = {}) {
  const feed = parseFeed({ bytes: new TextEncoder().encode(makeRss(items)), url: URL, now });
  if (feed === undefined) throw new Error('No feed.');
  const answer = { feed, url: URL, etag: '"e"', lastModified: null, askedMs: 0 };
  return applyReading(before, answer, { known: new Set(known), now });
}

const first = (items: readonly FakeItem[]) => read(beginFeed('f', URL), items);
const taken = ({ entries }: ReturnType<typeof read>) =>
  entries.filter(({ entry }) => entry.state === 'pending').map(({ entry }) => entry.url.split('/').at(-1));

describe('the first reading of a feed', () => {
  it('takes the newest twenty by date as backfill, and knows the others', () => {
    const result = first(numbered(30, (n) => ({ at: ago(30 - n) })));
    expect(taken(result)).toEqual(Array.from({ length: 20 }, (_, n) => `story-${29 - n}`));
    expect(result.entries.filter(({ entry }) => entry.state === 'skipped')).toHaveLength(10);
    expect(result.entries.every(({ entry }) => entry.isBackfill)).toBe(true);
  });

  it('takes the first twenty if some have no date', () => {
    const result = first(numbered(25, (n) => (n === 3 ? {} : { at: ago(30 - n) })));
    expect(taken(result)).toEqual(Array.from({ length: 20 }, (_, n) => `story-${n}`));
  });

  it('names the feed by its title and by the host of its articles, whatever site it claims', () => {
    const items = [1, 2, 3].map((n) => ({ name: `${n}`, link: `https://www.harbour.example/${n}` }));
    const { feed } = first([...items, { name: 'x', link: 'https://other.example/x' }]);
    expect([feed.title, feed.sources, hostOf(feed)]).toEqual([
      'Harbour News',
      ['harbour.example', 'other.example'],
      'harbour.example',
    ]);
  });

  it('only knows entries without an address: there is no page to collect', () => {
    const items = numbered(2, (n) => ({ at: ago(n) }));
    const source = makeRss(items).replace(/<link>[^<]*story-1<\/link><guid>/, '<guid isPermaLink="false">');
    const feed = parseFeed({ bytes: new TextEncoder().encode(source), url: URL, now: NOW });
    if (feed === undefined) throw new Error('No feed.');
    const answer = { feed, url: URL, etag: null, lastModified: null, askedMs: 0 };
    const result = applyReading(beginFeed('f', URL), answer, { known: new Set(), now: NOW });
    expect(taken(result)).toEqual(['story-0']);
    expect(result.entries.find(({ entry }) => entry.state === 'skipped')).toMatchObject({ nextAt: null });
  });

  it('finds out the language of the texts', () => {
    const { feed } = first([{ name: '渡轮停航三天', description: '港口的渡轮因为大雾停航三天，居民只好改走陆路。' }]);
    expect(feed.language).toBe('zh-Hans');
  });

  it('of one without entries has nothing, and is known by its own host', () => {
    const { feed, entries } = first([]);
    expect([entries, hostOf(feed)]).toEqual([[], 'example.org']);
  });
});

describe('a later reading', () => {
  const { feed: before, entries } = first(numbered(3, (n) => ({ at: ago(n) })));
  const known = entries.map(({ entry }) => entry.key);

  it('takes new entries as news', () => {
    const items = [{ name: 'fresh', at: NOW }, ...numbered(3, (n) => ({ at: ago(n) }))];
    const result = read(before, items, { known });
    expect(taken(result)).toEqual(['fresh']);
    expect(result.entries[0]?.entry).toMatchObject({ isBackfill: false, text: { summaryHtml: 'About fresh.' } });
  });

  it('takes an old entry that turns up late as backfill', () => {
    const result = read(before, [{ name: 'forgotten', at: ago(100) }], { known });
    expect(result.entries[0]?.entry).toMatchObject({ state: 'pending', isBackfill: true });
  });

  it('leaves very many new entries for the next readings, which must not be conditional then', () => {
    const many = numbered(500, () => ({ at: NOW }));
    const result = read(before, many, { known });
    expect([taken(result).length, result.feed.etag]).toEqual([200, null]);
    const rest = read(result.feed, many, { known: [...known, ...result.entries.map(({ entry }) => entry.key)] });
    expect(taken(rest)[0]).toBe('story-203');
  });

  it('counts entries without a date from when they were first seen', () => {
    const { feed } = read({ ...before, publishedMs: [] }, [{ name: 'undated' }], { known });
    expect(feed.publishedMs).toEqual([NOW.getTime()]);
  });

  it('forgets earlier failures', () => {
    const failing = { ...before, failures: 3, failingSince: NOW.toISOString(), failure: 'refused' } as const;
    const { feed } = read(failing, []);
    expect(feed).toMatchObject({ failures: 0, failingSince: null, failure: null, title: 'Harbour News' });
  });
});
