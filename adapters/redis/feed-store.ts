import type { FeedStore } from '../../src/following/feed-store.ts';
import type { RowReader } from '../shared/row-reader.ts';
import type { Database } from './database.ts';
import { createFollowers, type Followers } from './feed-followers.ts';
import {
  addEntries,
  DUE_FEEDS,
  dueEntriesSet,
  ENTRIES,
  type EntryRow,
  entriesSet,
  entryId,
  FEED_IDS,
  FEEDS,
  type FeedRow,
  keepEntry,
  PENDING_ENTRIES,
  putEntry,
  putFeed,
  readFeeds,
  toEntry,
  toFeed,
} from './feed-rows.ts';

/** Stores followed feeds in a Redis server. */
export function createFeedStore(database: Database, reader: RowReader): FeedStore {
  return { ...createFollowers(database, reader), ...createProgress(database, reader) };
}

/** What was read, and what is next. */
function createProgress(database: Database, reader: RowReader): Omit<FeedStore, keyof Followers> {
  return {
    async dueFeeds({ now, after, limit }) {
      const due = await database.members(DUE_FEEDS, { to: now.getTime() });
      const page = due.filter((id) => id > after).toSorted();
      return (await readFeeds(database, reader, page)).slice(0, limit);
    },
    async knownKeys(id, keys) {
      const found = await database.rows<EntryRow>(
        ENTRIES,
        keys.map((key) => entryId(id, key)),
      );
      return new Set(keys.filter((_, at) => found[at] !== undefined));
    },
    async change(id, change, entries = []) {
      const first = await database.nextNumber(Math.max(1, entries.length));
      await database.transaction(async (rows) => {
        const row = await rows.get<FeedRow>(FEEDS, id);
        const feed = toFeed(id, row, reader);
        if (row === undefined || feed === undefined) return;
        putFeed(rows, change({ feed, nextAt: new Date(row.nextAt) }), row.number);
        await addEntries(rows, entries, first);
      });
    },
    prune: (id, { seenBefore, keys }) =>
      database.transaction(async (rows) => {
        const kept = new Set(keys.map((key) => entryId(id, key)));
        const gone = (await database.members(entriesSet(id))).filter((one) => !kept.has(one));
        const found = await rows.getMany<EntryRow>(ENTRIES, gone);
        for (const [at, one] of gone.entries()) {
          const row = found[at];
          if (row?.nextAt === null && row.firstSeenAt < seenBefore.toISOString()) rows.remove(ENTRIES, one);
        }
      }),
    async dueEntries({ now, after, limit }) {
      const feeds = (await database.members(FEED_IDS)).filter((id) => id > after).toSorted();
      const found: EntryRow[] = [];
      for (const feed of feeds) {
        const row = await firstDue(database, feed, now);
        if (row !== undefined) found.push(row);
        if (found.length === limit) break;
      }
      const parsed = found.map((row) => toEntry(row, reader));
      // Else it would hold up the others of its feed.
      for (const [at, row] of found.entries()) if (parsed[at] === undefined) await setAside(database, row);
      return parsed.filter((entry) => entry !== undefined);
    },
    saveEntry: (scheduled) =>
      database.transaction(async (rows) => {
        const { feed, key } = scheduled.entry;
        const row = await rows.get<EntryRow>(ENTRIES, entryId(feed, key));
        if (row !== undefined) putEntry(rows, scheduled, row.number);
      }),
    pending: () => database.count(PENDING_ENTRIES),
  };
}

/** The entry of a feed that is due first; of several at once, the one that was added first. */
async function firstDue(database: Database, feed: string, now: Date): Promise<EntryRow | undefined> {
  const set = dueEntriesSet(feed);
  const [first] = await database.members(set, { to: now.getTime(), limit: 1 });
  if (first === undefined) return undefined;
  const at = await database.call<string | null>('ZSCORE', database.key(set), first);
  const together = at === null ? [first] : await database.members(set, { from: at, to: at });
  const found = await database.rows<EntryRow>(ENTRIES, together);
  return found.filter((row) => row !== undefined).toSorted((a, b) => a.number - b.number)[0];
}

async function setAside(database: Database, { feed, key }: EntryRow): Promise<void> {
  await database.transaction(async (rows) => {
    const row = await rows.get<EntryRow>(ENTRIES, entryId(feed, key));
    if (row !== undefined) keepEntry(rows, { ...row, nextAt: null });
  });
}
