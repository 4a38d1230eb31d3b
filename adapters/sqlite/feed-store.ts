import type { CollectedEntry, ScheduledEntry } from '../../src/following/collected-entry.ts';
import type { FeedStore } from '../../src/following/feed-store.ts';
import type { FollowedFeed, Follower, ScheduledFeed } from '../../src/following/followed-feed.ts';
import { parseStoredEntry, parseStoredFeed } from '../../src/following/stored-feed.ts';
import type { RowReader } from '../shared/row-reader.ts';
import type { Database } from './database.ts';
import type { GroupCommit } from './group-commit.ts';

interface Row {
  id: string;
  body: string;
}

/** Stores followed feeds in a SQLite file with the schema of `MIGRATIONS`. `commits` must write to the same database. */
export function createFeedStore(database: Database, commits: GroupCommit, rows: RowReader): FeedStore {
  const source = { database, rows };
  return { ...createFollowers(source, commits), ...createProgress(source, commits) };
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

/** Who follows what. */
function createFollowers(source: Source, { write }: GroupCommit): Omit<FeedStore, keyof Progress> {
  const { database } = source;
  return {
    follow: (scheduled, follower, entries = []) =>
      write(() => {
        if (addFeed(database, scheduled)) for (const entry of entries) addEntry(database, entry);
        addFollower(database, scheduled.feed.id, follower);
      }),
    unfollow: (id, { platform, chat, thread = '' }) =>
      write(() => {
        const where = 'feed = ? AND platform = ? AND chat = ? AND thread = ?';
        const removed = database.run(`DELETE FROM feed_followers WHERE ${where}`, id, platform, chat, thread);
        removeUnfollowed(database);
        return removed > 0;
      }),
    unfollowAll: ({ platform, chat }) =>
      write(() => {
        database.run('DELETE FROM feed_followers WHERE platform = ? AND chat = ?', platform, chat);
        removeUnfollowed(database);
      }),
    moveChat: (from, { platform, chat }) =>
      write(() => {
        const sql = 'UPDATE OR REPLACE feed_followers SET platform = ?, chat = ? WHERE platform = ? AND chat = ?';
        database.run(sql, platform, chat, from.platform, from.chat);
      }),
    get: async (id) => readFeeds(source, 'WHERE id = ?', id)[0],
    all: async () => readFeeds(source, 'ORDER BY number'),
    count: async () => database.row<{ total: number }>('SELECT count(*) AS total FROM feeds')?.total ?? 0,
    followers: async (id) => readFollowers(database, id),
    async followedBy({ platform, chat }) {
      const followed = 'SELECT feed FROM feed_followers WHERE platform = ? AND chat = ?';
      return readFeeds(source, `WHERE id IN (${followed}) ORDER BY number`, platform, chat);
    },
  };
}

/** What was read, and what is next. */
function createProgress(source: Source, { write }: GroupCommit): Progress {
  const { database } = source;
  return {
    dueFeeds: async ({ now, after, limit }) =>
      readFeeds(source, 'WHERE id > ? AND nextAt <= ? ORDER BY id LIMIT ?', after, now.getTime(), limit),
    async knownKeys(id, keys) {
      const sql = 'SELECT key FROM feed_entries WHERE feed = ? AND key IN (SELECT value FROM json_each(?))';
      return new Set(database.rows<{ key: string }>(sql, id, JSON.stringify(keys)).map(({ key }) => key));
    },
    change: (id, change, entries = []) =>
      write(() => {
        const found = database.row<{ nextAt: number }>('SELECT nextAt FROM feeds WHERE id = ?', id);
        const [feed] = readFeeds(source, 'WHERE id = ?', id);
        if (found === undefined || feed === undefined) return;
        replaceFeed(database, change({ feed, nextAt: new Date(found.nextAt) }));
        for (const entry of entries) addEntry(database, entry);
      }),
    prune: (id, { seenBefore, keys }) =>
      write(() => {
        // A damaged row has no time, and stays.
        const seen = `CASE WHEN json_valid(body) THEN body ->> '$.firstSeenAt' END`;
        const sql = `DELETE FROM feed_entries WHERE feed = ? AND nextAt IS NULL AND ${seen} < ?
          AND key NOT IN (SELECT value FROM json_each(?))`;
        database.run(sql, id, seenBefore.toISOString(), JSON.stringify(keys));
      }),
    async dueEntries({ now, after, limit }) {
      // With min(), SQLite takes the other columns from the row that has it.
      const sql = `SELECT feed, key, body, min(nextAt) FROM feed_entries
        WHERE feed > ? AND nextAt <= ? GROUP BY feed ORDER BY feed LIMIT ?`;
      const found = database.rows<EntryRow>(sql, after, now.getTime(), limit);
      const parsed = found.map((row) => readEntry(source, row));
      // Else it would hold up the others of its feed.
      for (const [at, { feed, key }] of found.entries()) {
        const setAside = 'UPDATE feed_entries SET nextAt = NULL WHERE feed = ? AND key = ?';
        if (parsed[at] === undefined) await write(() => database.run(setAside, feed, key));
      }
      return parsed.filter((entry) => entry !== undefined);
    },
    saveEntry: ({ entry, nextAt }) =>
      write(() => {
        const sql = 'UPDATE feed_entries SET nextAt = ?, state = ?, body = ? WHERE feed = ? AND key = ?';
        database.run(sql, nextAt?.getTime() ?? null, entry.state, JSON.stringify(entry), entry.feed, entry.key);
      }),
    async pending() {
      const sql = `SELECT count(*) AS total FROM feed_entries WHERE state = 'pending' AND nextAt IS NOT NULL`;
      return database.row<{ total: number }>(sql)?.total ?? 0;
    },
  };
}

function readEntry({ rows }: Source, { feed, key, body }: EntryRow): CollectedEntry | undefined {
  return rows.read({ kind: 'entry', id: `${feed} ${key}` }, () => parseStoredEntry(body));
}

function readFeeds({ database, rows }: Source, which: string, ...values: (string | number)[]): FollowedFeed[] {
  return database
    .rows<Row>(`SELECT id, body FROM feeds ${which}`, ...values)
    .flatMap(({ id, body }) => rows.read({ kind: 'feed', id }, () => parseStoredFeed(body)) ?? []);
}

function addFeed(database: Database, { feed, nextAt }: ScheduledFeed): boolean {
  const sql = 'INSERT OR IGNORE INTO feeds (id, nextAt, body) VALUES (?, ?, ?)';
  return database.run(sql, feed.id, nextAt.getTime(), JSON.stringify(feed)) > 0;
}

function replaceFeed(database: Database, { feed, nextAt }: ScheduledFeed): void {
  const sql = 'UPDATE feeds SET nextAt = ?, body = ? WHERE id = ?';
  database.run(sql, nextAt.getTime(), JSON.stringify(feed), feed.id);
}

function addEntry(database: Database, { entry, nextAt }: ScheduledEntry): void {
  const sql = 'INSERT OR IGNORE INTO feed_entries (feed, key, nextAt, state, body) VALUES (?, ?, ?, ?, ?)';
  database.run(sql, entry.feed, entry.key, nextAt?.getTime() ?? null, entry.state, JSON.stringify(entry));
}

function addFollower(database: Database, feed: string, { platform, chat, thread = '' }: Follower): void {
  database.run('INSERT OR IGNORE INTO feed_followers VALUES (?, ?, ?, ?)', feed, platform, chat, thread);
}

function readFollowers(database: Database, feed: string): Follower[] {
  const sql = 'SELECT platform, chat, thread FROM feed_followers WHERE feed = ? ORDER BY platform, chat, thread';
  const rows = database.rows<{ platform: string; chat: string; thread: string }>(sql, feed);
  return rows.map(({ thread, ...chat }) => ({ ...chat, ...(thread !== '' && { thread }) }));
}

/** Their entries and followers go with them. */
function removeUnfollowed(database: Database): void {
  database.run('DELETE FROM feeds WHERE id NOT IN (SELECT feed FROM feed_followers)');
}
