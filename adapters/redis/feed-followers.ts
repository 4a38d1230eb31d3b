import type { FeedStore } from '../../src/following/feed-store.ts';
import type { Follower } from '../../src/following/followed-feed.ts';
import type { RowReader } from '../shared/row-reader.ts';
import type { Database } from './database.ts';
import { addEntries, ENTRIES, entriesSet, FEED_IDS, FEEDS, type FeedRow, putFeed, readFeeds } from './feed-rows.ts';
import type { Transaction } from './transaction.ts';

/** The part of the store that knows who follows what. */
export type Followers = Pick<
  FeedStore,
  'follow' | 'unfollow' | 'unfollowAll' | 'moveChat' | 'get' | 'all' | 'count' | 'followers' | 'followedBy'
>;

type Chat = Pick<Follower, 'platform' | 'chat'>;

/** A follower as it is stored. */
export interface FollowerRow {
  feed: string;
  follower: Follower;
}

/** The table. */
export const FOLLOWERS = 'feed-followers';
const followersSet = (feed: string) => `feed-followers:of:${feed}`;
const followedSet = ({ platform, chat }: Chat) => `feed-followers:by:${platform}:${chat}`;
/** The id of a follower's row. */
export const followerId = (feed: string, { platform, chat, thread = '' }: Follower) =>
  JSON.stringify([feed, platform, chat, thread]);

/** Creates the part of the store that knows who follows what. */
export function createFollowers(database: Database, reader: RowReader): Followers {
  /** One after the other: a feed may be followed while its last follower leaves. */
  const write = <Result>(work: (rows: Transaction) => Promise<Result>) =>
    database.transaction(async (rows) => {
      await rows.lock('follow');
      return await work(rows);
    });
  return {
    async follow(scheduled, follower, entries = []) {
      const first = await database.nextNumber(entries.length + 1);
      await write(async (rows) => {
        const { id } = scheduled.feed;
        if ((await rows.get<FeedRow>(FEEDS, id)) === undefined) {
          putFeed(rows, scheduled, first);
          await addEntries(rows, entries, first + 1);
        }
        await addFollower(rows, id, follower);
      });
    },
    unfollow: (id, follower) =>
      write(async (rows) => {
        const one = followerId(id, follower);
        if ((await rows.get<FollowerRow>(FOLLOWERS, one)) === undefined) return false;
        rows.remove(FOLLOWERS, one);
        await removeUnfollowed(database, rows, { feeds: [id], left: new Set([one]) });
        return true;
      }),
    unfollowAll: (chat) =>
      write(async (rows) => {
        const ids = await database.members(followedSet(chat));
        const found = await rows.getMany<FollowerRow>(FOLLOWERS, ids);
        for (const id of ids) rows.remove(FOLLOWERS, id);
        const feeds = new Set(found.flatMap((row) => row?.feed ?? []));
        await removeUnfollowed(database, rows, { feeds: [...feeds], left: new Set(ids) });
      }),
    moveChat: (from, { platform, chat }) =>
      write(async (rows) => {
        if (from.platform === platform && from.chat === chat) return;
        const ids = await database.members(followedSet(from));
        for (const row of await rows.getMany<FollowerRow>(FOLLOWERS, ids)) {
          if (row === undefined) continue;
          rows.remove(FOLLOWERS, followerId(row.feed, row.follower));
          await addFollower(rows, row.feed, { ...row.follower, platform, chat });
        }
      }),
    ...createReads(database, reader),
  };
}

function createReads(
  database: Database,
  reader: RowReader,
): Pick<Followers, 'get' | 'all' | 'count' | 'followers' | 'followedBy'> {
  return {
    get: async (id) => (await readFeeds(database, reader, [id]))[0],
    all: async () => await readFeeds(database, reader, await database.members(FEED_IDS)),
    count: () => database.count(FEED_IDS),
    async followers(id) {
      const found = await readFollowers(database, followersSet(id));
      return found.map(({ follower }) => follower);
    },
    async followedBy(chat) {
      const followed = new Set((await readFollowers(database, followedSet(chat))).map(({ feed }) => feed));
      const all = await database.members(FEED_IDS);
      return await readFeeds(
        database,
        reader,
        all.filter((id) => followed.has(id)),
      );
    },
  };
}

/** Adds a follower of a feed. */
export async function addFollower(rows: Transaction, feed: string, follower: Follower): Promise<void> {
  const id = followerId(feed, follower);
  await rows.get(FOLLOWERS, id);
  const { platform, chat, thread } = follower;
  const row: FollowerRow = {
    feed,
    follower: { platform, chat, ...(thread !== undefined && thread !== '' && { thread }) },
  };
  rows.put(FOLLOWERS, id, {
    row,
    places: [
      [followersSet(feed), 0],
      [followedSet(follower), 0],
    ],
  });
}

/** Sorted by platform, chat and thread. */
async function readFollowers(database: Database, set: string): Promise<FollowerRow[]> {
  const ids = await database.members(set);
  return (await database.rows<FollowerRow>(FOLLOWERS, ids.toSorted())).filter((row) => row !== undefined);
}

/** Their entries go with them. */
async function removeUnfollowed(
  database: Database,
  rows: Transaction,
  { feeds, left }: { feeds: readonly string[]; left: ReadonlySet<string> },
): Promise<void> {
  for (const feed of feeds) {
    if ((await database.members(followersSet(feed))).some((id) => !left.has(id))) continue;
    const entries = await database.members(entriesSet(feed));
    await Promise.all([rows.getMany(FEEDS, [feed]), rows.getMany(ENTRIES, entries)]);
    rows.remove(FEEDS, feed);
    for (const entry of entries) rows.remove(ENTRIES, entry);
  }
}
