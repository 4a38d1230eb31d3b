import { beforeEach, expect, it } from 'vitest';
import type { CollectedEntry, ScheduledEntry } from '../../src/following/collected-entry.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import { beginFeed, type FollowedFeed, type ScheduledFeed } from '../../src/following/followed-feed.ts';

const NOW = new Date('2024-05-02T00:00:00.000Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const ANN = { platform: 'telegram', chat: '1' };
const BOB = { platform: 'discord', chat: '1', thread: '7' };
const idsOf = (feeds: readonly FollowedFeed[]) => feeds.map(({ id }) => id);
const keysOf = (entries: readonly CollectedEntry[]) => entries.map(({ feed, key }) => `${feed} ${key}`);

/** An entry to be collected. */
export function makeEntry(feed: string, key: string, nextAt: Date | null = NOW): ScheduledEntry {
  const entry: CollectedEntry = {
    feed,
    key,
    url: `https://example.org/${key}`,
    firstSeenAt: NOW.toISOString(),
    isBackfill: false,
    state: 'pending',
    attempts: 0,
    revisits: 0,
    fingerprint: null,
    text: null,
  };
  return { entry, nextAt };
}

/** A feed to be read now. */
export function makeFeed(id: string, nextAt = NOW): ScheduledFeed {
  return { feed: beginFeed(id, `https://example.org/${id}.xml`), nextAt };
}

/** What every store of followed feeds promises. */
export function feedStoreContract(create: () => Promise<FeedStore>): void {
  let store: FeedStore;
  beforeEach(async () => {
    store = await create();
  });

  const due = { now: NOW, after: '', limit: 10 };

  it('returns a followed feed unchanged, and undefined for an unknown one', async () => {
    const { feed } = makeFeed('a');
    const full: FollowedFeed = {
      ...feed,
      title: '频道 "x"',
      sources: ['例.cn'],
      publishedMs: [2, 1],
      failure: 'login',
    };
    await store.follow({ feed: full, nextAt: NOW }, ANN);
    expect(await store.get('a')).toEqual(full);
    expect(await store.get('b')).toBeUndefined();
    expect(await store.count()).toBe(1);
  });

  it('keeps a feed that is known already, and adds the follower once', async () => {
    await store.follow(makeFeed('a'), ANN, [makeEntry('a', 'one')]);
    const other = { feed: { ...makeFeed('a').feed, title: 'other' }, nextAt: later(1) };
    await store.follow(other, BOB, [makeEntry('a', 'two')]);
    await store.follow(other, BOB);
    expect((await store.get('a'))?.title).toBeNull();
    expect(await store.followers('a')).toEqual([BOB, ANN]);
    expect(await store.knownKeys('a', ['one', 'two'])).toEqual(new Set(['one']));
  });

  it('lists feeds in the order of following, of a chat with its threads too', async () => {
    await store.follow(makeFeed('b'), ANN);
    await store.follow(makeFeed('a'), BOB);
    await store.follow(makeFeed('a'), { ...BOB, thread: '8' });
    expect(idsOf(await store.all())).toEqual(['b', 'a']);
    expect(idsOf(await store.followedBy({ platform: 'discord', chat: '1' }))).toEqual(['a']);
    expect(idsOf(await store.followedBy({ platform: 'discord', chat: '2' }))).toEqual([]);
  });

  it('forgets a feed with its entries when the last follower leaves', async () => {
    await store.follow(makeFeed('a'), ANN, [makeEntry('a', 'one')]);
    await store.follow(makeFeed('a'), BOB);
    expect(await store.unfollow('a', { platform: 'discord', chat: '1' })).toBe(false);
    expect(await store.unfollow('a', BOB)).toBe(true);
    expect(await store.get('a')).toBeDefined();
    expect(await store.unfollow('a', ANN)).toBe(true);
    expect(await store.unfollow('a', ANN)).toBe(false);
    expect([await store.get('a'), await store.pending(), await store.dueEntries(due)]).toEqual([undefined, 0, []]);
    await store.follow(makeFeed('a'), ANN);
    expect(await store.knownKeys('a', ['one'])).toEqual(new Set());
  });

  it('lets a chat leave all its feeds', async () => {
    for (const id of ['a', 'b']) await store.follow(makeFeed(id), { ...ANN, thread: id });
    await store.follow(makeFeed('b'), BOB);
    await store.unfollowAll(ANN);
    expect(idsOf(await store.all())).toEqual(['b']);
    expect(await store.followers('b')).toEqual([BOB]);
  });

  it('follows a chat to its new id, even where that follows already', async () => {
    await store.follow(makeFeed('a'), ANN);
    await store.follow(makeFeed('a'), { ...ANN, chat: '2' });
    await store.follow(makeFeed('b'), { ...ANN, thread: '5' });
    await store.moveChat(ANN, { ...ANN, chat: '2' });
    expect(await store.followers('a')).toEqual([{ ...ANN, chat: '2' }]);
    expect(await store.followers('b')).toEqual([{ ...ANN, chat: '2', thread: '5' }]);
  });

  it('pages through the feeds that are due', async () => {
    for (const id of ['c', 'a', 'b']) await store.follow(makeFeed(id), ANN);
    await store.follow(makeFeed('d', later(1)), ANN);
    expect(idsOf(await store.dueFeeds({ ...due, limit: 2 }))).toEqual(['a', 'b']);
    expect(idsOf(await store.dueFeeds({ ...due, after: 'b' }))).toEqual(['c']);
  });

  it('saves what was read of a feed, and only new entries', async () => {
    await store.follow(makeFeed('a'), ANN, [makeEntry('a', 'one')]);
    const read = { feed: { ...makeFeed('a').feed, title: 'read' }, nextAt: later(5) };
    const changed = makeEntry('a', 'one', later(9));
    await store.change(
      'a',
      (current) => {
        expect(current).toEqual(makeFeed('a'));
        return read;
      },
      [changed, makeEntry('a', 'two')],
    );
    expect((await store.get('a'))?.title).toBe('read');
    expect(await store.dueFeeds(due)).toEqual([]);
    expect(await store.pending()).toBe(2);
    expect(keysOf(await store.dueEntries(due))).toEqual(['a one']);
  });

  it('does not bring back a feed that nobody follows any more', async () => {
    await store.follow(makeFeed('a'), ANN, [makeEntry('a', 'one')]);
    await store.unfollow('a', ANN);
    await store.change('a', () => expect.unreachable(), [makeEntry('a', 'two')]);
    await store.saveEntry(makeEntry('a', 'one'));
    expect([await store.get('a'), await store.pending()]).toEqual([undefined, 0]);
  });

  it('returns of each feed the entry that is due first', async () => {
    await store.follow(makeFeed('b'), ANN, [makeEntry('b', 'x', later(-1)), makeEntry('b', 'w', later(-2))]);
    await store.follow(makeFeed('a'), ANN, [makeEntry('a', 'y', later(1)), makeEntry('a', 'z', null)]);
    await store.follow(makeFeed('c'), ANN, [makeEntry('c', 'v')]);
    expect(keysOf(await store.dueEntries(due))).toEqual(['b w', 'c v']);
    expect(keysOf(await store.dueEntries({ ...due, after: 'b' }))).toEqual(['c v']);
    expect(keysOf(await store.dueEntries({ ...due, limit: 1 }))).toEqual(['b w']);
  });

  it('forgets entries that left the feed long ago and wait for nothing', async () => {
    const entries = ['gone', 'there', 'waiting', 'young'].map((key) => {
      const scheduled = makeEntry('a', key, key === 'waiting' ? later(1) : null);
      const firstSeenAt = later(key === 'young' ? 0 : -10).toISOString();
      return { ...scheduled, entry: { ...scheduled.entry, firstSeenAt } };
    });
    await store.follow(makeFeed('a'), ANN, entries);
    await store.follow(makeFeed('b'), ANN, [makeEntry('b', 'gone', null)]);
    await store.prune('a', { seenBefore: later(-5), keys: ['there'] });
    const all = ['gone', 'there', 'waiting', 'young'];
    expect(await store.knownKeys('a', all)).toEqual(new Set(['there', 'waiting', 'young']));
    expect(await store.knownKeys('b', all)).toEqual(new Set(['gone']));
  });

  it('replaces an entry', async () => {
    await store.follow(makeFeed('a'), ANN, [makeEntry('a', 'one')]);
    const { entry } = makeEntry('a', 'one');
    const saved: CollectedEntry = { ...entry, state: 'saved', fingerprint: 'f', revisits: 1 };
    await store.saveEntry({ entry: saved, nextAt: later(5) });
    expect(await store.pending()).toBe(0);
    expect(await store.dueEntries(due)).toEqual([]);
    expect(await store.dueEntries({ ...due, now: later(5) })).toEqual([saved]);
  });
}
