import type { CollectedEntry, ScheduledEntry } from '../../src/following/collected-entry.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import type { FollowedFeed, Follower, ScheduledFeed } from '../../src/following/followed-feed.ts';
import { parseStoredEntry, parseStoredFeed } from '../../src/following/stored-feed.ts';
import type { RowReader } from '../shared/row-reader.ts';
import type { Database, Queries, Value } from './database.ts';

interface Row {
  id: string;
  body: string;
  nextAt: number;
}

interface EntryRow {
  feed: string;
  key: string;
  body: string;
}

interface Source {
  database: Database;
  rows: RowReader;
}

type Progress = Pick<FeedStore, 'dueFeeds' | 'knownKeys' | 'change' | 'prune' | 'dueEntries' | 'saveEntry' | 'pending'>;

/** Stores followed feeds in a PostgreSQL database with the schema of `MIGRATIONS`. */
export function createFeedStore(database: Database, rows: RowReader): FeedStore {
  const source = { database, rows };
  return { ...createFollowers(source), ...createProgress(source) };
}

/** Who follows what. */
function createFollowers(source: Source): Omit<FeedStore, keyof Progress> {
  const { database } = source;
  /** One after the other: a feed may be followed while its last follower leaves. */
  const write = <Result>(work: (queries: Queries) => Promise<Result>) =>
    database.transaction(async (queries) => {
      await queries.row(`SELECT pg_advisory_xact_lock(hashtextextended('follow ' || current_schema(), 0))`);
      return await work(queries);
    });
  return {
    follow: (scheduled, follower, entries = []) =>
      write(async (queries) => {
        if (await addFeed(queries, scheduled)) for (const entry of entries) await addEntry(queries, entry);
        await addFollower(queries, scheduled.feed.id, follower);
      }),
    unfollow: (id, { platform, chat, thread = '' }) =>
      write(async (queries) => {
        const where = 'feed = $1 AND platform = $2 AND chat = $3 AND thread = $4';
        const removed = await queries.run(`DELETE FROM feed_followers WHERE ${where}`, id, platform, chat, thread);
        await removeUnfollowed(queries);
        return removed > 0;
      }),
    unfollowAll: ({ platform, chat }) =>
      write(async (queries) => {
        await queries.run('DELETE FROM feed_followers WHERE platform = $1 AND chat = $2', platform, chat);
        await removeUnfollowed(queries);
      }),
    moveChat: (from, { platform, chat }) =>
      write(async (queries) => {
        const sql = `INSERT INTO feed_followers SELECT feed, $1, $2, thread FROM feed_followers
          WHERE platform = $3 AND chat = $4 ON CONFLICT DO NOTHING`;
        if (from.platform === platform && from.chat === chat) return;
        await queries.run(sql, platform, chat, from.platform, from.chat);
        await queries.run('DELETE FROM feed_followers WHERE platform = $1 AND chat = $2', from.platform, from.chat);
      }),
    get: async (id) => (await readFeeds(source, 'WHERE id = $1', id))[0],
    all: () => readFeeds(source, 'ORDER BY number'),
    count: async () => (await database.row<{ total: number }>('SELECT count(*) AS total FROM feeds'))?.total ?? 0,
    followers: (id) => readFollowers(database, id),
    followedBy({ platform, chat }) {
      const followed = 'SELECT feed FROM feed_followers WHERE platform = $1 AND chat = $2';
      return readFeeds(source, `WHERE id IN (${followed}) ORDER BY number`, platform, chat);
    },
  };
}

/** What was read, and what is next. */
function createProgress(source: Source): Progress {
  const { database, rows } = source;
  return {
    dueFeeds: ({ now, after, limit }) =>
      readFeeds(source, 'WHERE id > $1 AND next_at <= $2 ORDER BY id LIMIT $3', after, now.getTime(), limit),
    async knownKeys(id, keys) {
      const sql = 'SELECT key FROM feed_entries WHERE feed = $1 AND key = ANY($2::text[])';
      return new Set((await database.rows<{ key: string }>(sql, id, keys)).map(({ key }) => key));
    },
    change: (id, change, entries = []) =>
      database.transaction(async (queries) => {
        const sql = 'SELECT id, body, next_at AS "nextAt" FROM feeds WHERE id = $1 FOR UPDATE';
        const found = await queries.row<Row>(sql, id);
        const feed = found && toFeed(found, rows);
        if (found === undefined || feed === undefined) return;
        await replaceFeed(queries, change({ feed, nextAt: new Date(found.nextAt) }));
        for (const entry of entries) await addEntry(queries, entry);
      }),
    async prune(id, { seenBefore, keys }) {
      const sql = `DELETE FROM feed_entries WHERE feed = $1 AND next_at IS NULL AND first_seen_at < $2
        AND key <> ALL($3::text[])`;
      await database.run(sql, id, seenBefore.toISOString(), keys);
    },
    async dueEntries({ now, after, limit }) {
      const sql = `SELECT DISTINCT ON (feed) feed, key, body FROM feed_entries
        WHERE feed > $1 AND next_at <= $2 ORDER BY feed, next_at, number LIMIT $3`;
      const found = await database.rows<EntryRow>(sql, after, now.getTime(), limit);
      const parsed = found.map((row) => readEntry(source, row));
      // Else it would hold up the others of its feed.
      for (const [at, { feed, key }] of found.entries()) {
        const setAside = 'UPDATE feed_entries SET next_at = NULL WHERE feed = $1 AND key = $2';
        if (parsed[at] === undefined) await database.run(setAside, feed, key);
      }
      return parsed.filter((entry) => entry !== undefined);
    },
    async saveEntry({ entry, nextAt }) {
      const sql = 'UPDATE feed_entries SET next_at = $1, state = $2, body = $3 WHERE feed = $4 AND key = $5';
      const at = nextAt?.getTime() ?? null;
      await database.run(sql, at, entry.state, JSON.stringify(entry), entry.feed, entry.key);
    },
    async pending() {
      const sql = `SELECT count(*) AS total FROM feed_entries WHERE state = 'pending' AND next_at IS NOT NULL`;
      return (await database.row<{ total: number }>(sql))?.total ?? 0;
    },
  };
}

function readEntry({ rows }: Source, { feed, key, body }: EntryRow): CollectedEntry | undefined {
  return rows.read({ kind: 'entry', id: `${feed} ${key}` }, () => parseStoredEntry(body));
}

async function readFeeds({ database, rows }: Source, which: string, ...values: Value[]): Promise<FollowedFeed[]> {
  const found = await database.rows<Row>(`SELECT id, body FROM feeds ${which}`, ...values);
  return found.flatMap((row) => toFeed(row, rows) ?? []);
}

function toFeed({ id, body }: Row, rows: RowReader): FollowedFeed | undefined {
  return rows.read({ kind: 'feed', id }, () => parseStoredFeed(body));
}

async function addFeed(queries: Queries, { feed, nextAt }: ScheduledFeed): Promise<boolean> {
  const sql = 'INSERT INTO feeds (id, next_at, body) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING';
  return (await queries.run(sql, feed.id, nextAt.getTime(), JSON.stringify(feed))) > 0;
}

async function replaceFeed(queries: Queries, { feed, nextAt }: ScheduledFeed): Promise<void> {
  const sql = 'UPDATE feeds SET next_at = $1, body = $2 WHERE id = $3';
  await queries.run(sql, nextAt.getTime(), JSON.stringify(feed), feed.id);
}

async function addEntry(queries: Queries, { entry, nextAt }: ScheduledEntry): Promise<void> {
  const sql = `INSERT INTO feed_entries (feed, key, first_seen_at, next_at, state, body)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (feed, key) DO NOTHING`;
  const { feed, key, firstSeenAt, state } = entry;
  await queries.run(sql, feed, key, firstSeenAt, nextAt?.getTime() ?? null, state, JSON.stringify(entry));
}

async function addFollower(queries: Queries, feed: string, { platform, chat, thread = '' }: Follower): Promise<void> {
  const sql = 'INSERT INTO feed_followers VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
  await queries.run(sql, feed, platform, chat, thread);
}

async function readFollowers(database: Database, feed: string): Promise<Follower[]> {
  const sql = 'SELECT platform, chat, thread FROM feed_followers WHERE feed = $1 ORDER BY platform, chat, thread';
  const rows = await database.rows<{ platform: string; chat: string; thread: string }>(sql, feed);
  return rows.map(({ thread, ...chat }) => ({ ...chat, ...(thread !== '' && { thread }) }));
}

/** Their entries and followers go with them. */
async function removeUnfollowed(queries: Queries): Promise<void> {
  await queries.run('DELETE FROM feeds f WHERE NOT EXISTS (SELECT 1 FROM feed_followers WHERE feed = f.id)');
}
