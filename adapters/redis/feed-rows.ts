import type { CollectedEntry, ScheduledEntry } from '../../src/following/collected-entry.ts';
import type { FollowedFeed, ScheduledFeed } from '../../src/following/followed-feed.ts';
import { parseStoredEntry, parseStoredFeed } from '../../src/following/stored-feed.ts';
import type { RowReader } from '../shared/row-reader.ts';
import type { Database } from './database.ts';
import type { Transaction } from './transaction.ts';

/** A feed as it is stored. */
export interface FeedRow {
  number: number;
  nextAt: number;
  body: string;
}

/** An entry as it is stored. */
export interface EntryRow {
  number: number;
  feed: string;
  key: string;
  firstSeenAt: string;
  state: string;
  nextAt: number | null;
  body: string;
}

/** The tables. */
export const FEEDS = 'feeds';
export const ENTRIES = 'feed-entries';
/** All feeds in the order of following, those that are due, and the entries that are not collected yet. */
export const FEED_IDS = 'feeds:ids';
export const DUE_FEEDS = 'feeds:due';
export const PENDING_ENTRIES = 'feed-entries:pending';

/** The sorted set of a feed's entries, in the order of adding. */
export const entriesSet = (feed: string) => `feed-entries:of:${feed}`;

/** The sorted set of those that are to be read, by when. */
export const dueEntriesSet = (feed: string) => `feed-entries:due:${feed}`;

/** The id of an entry's row. */
export const entryId = (feed: string, key: string) => JSON.stringify([feed, key]);

/** Writes a feed that the transaction has read. */
export function putFeed(rows: Transaction, { feed, nextAt }: ScheduledFeed, number: number): void {
  keepFeed(rows, feed.id, { number, nextAt: nextAt.getTime(), body: JSON.stringify(feed) });
}

/** Writes a feed as it is stored. */
export function keepFeed(rows: Transaction, id: string, row: FeedRow): void {
  const { number, nextAt } = row;
  rows.put(FEEDS, id, {
    row,
    places: [
      [FEED_IDS, number],
      [DUE_FEEDS, nextAt],
    ],
  });
}

/** Writes an entry that the transaction has read. */
export function putEntry(rows: Transaction, { entry, nextAt }: ScheduledEntry, number: number): void {
  const { feed, key, firstSeenAt, state } = entry;
  const row: EntryRow = {
    number,
    feed,
    key,
    firstSeenAt,
    state,
    nextAt: nextAt?.getTime() ?? null,
    body: JSON.stringify(entry),
  };
  keepEntry(rows, row);
}

/** Writes an entry as it is stored. */
export function keepEntry(rows: Transaction, row: EntryRow): void {
  const { feed, key, number, nextAt, state } = row;
  const due = nextAt === null ? [] : [[dueEntriesSet(feed), nextAt] as const];
  const pending = nextAt !== null && state === 'pending' ? [[PENDING_ENTRIES, 0] as const] : [];
  rows.put(ENTRIES, entryId(feed, key), { row, places: [[entriesSet(feed), number], ...due, ...pending] });
}

/** Adds the entries that are not known. */
export async function addEntries(
  rows: Transaction,
  entries: readonly ScheduledEntry[],
  firstNumber: number,
): Promise<void> {
  const ids = entries.map(({ entry }) => entryId(entry.feed, entry.key));
  await rows.getMany<EntryRow>(ENTRIES, ids);
  for (const [at, scheduled] of entries.entries()) {
    const known = await rows.get<EntryRow>(ENTRIES, ids[at] ?? '');
    if (known === undefined) putEntry(rows, scheduled, firstNumber + at);
  }
}

/** The feed of a row; undefined, and reported, if it cannot be read. */
export function toFeed(id: string, row: FeedRow | undefined, reader: RowReader): FollowedFeed | undefined {
  return row && reader.read({ kind: 'feed', id }, () => parseStoredFeed(row.body));
}

/** The entry of a row; undefined, and reported, if it cannot be read. */
export function toEntry({ feed, key, body }: EntryRow, reader: RowReader): CollectedEntry | undefined {
  return reader.read({ kind: 'entry', id: `${feed} ${key}` }, () => parseStoredEntry(body));
}

/** The feeds with these ids, in their order. */
export async function readFeeds(
  database: Pick<Database, 'rows'>,
  reader: RowReader,
  ids: readonly string[],
): Promise<FollowedFeed[]> {
  const found = await database.rows<FeedRow>(FEEDS, ids);
  return ids.flatMap((id, at) => toFeed(id, found[at], reader) ?? []);
}
