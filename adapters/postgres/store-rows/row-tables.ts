import { type IndexedText, indexedTextOf } from '../../../src/library/indexed-text.ts';
import { unpackIfReadable } from '../../../src/library/packed-article.ts';
import { NOTES_NAMESPACE, type Rows, type RowTable, type RowTables } from '../../shared/store-rows.ts';
import { writeWords } from '../articles/write-words.ts';
import type { Database, Queries } from '../database.ts';
import { createRowTable } from './row-table.ts';

/** All rows of a database with the schema of `MIGRATIONS`. */
export function createRowTables(database: Database): RowTables {
  return {
    version: createRowTable(database, 'version', { table: 'versions' }),
    versionFile: createRowTable(database, 'versionFile', { table: 'version_files' }),
    file: createRowTable(database, 'file', { table: 'files' }),
    refusal: createRowTable(database, 'refusal', { table: 'refusals' }),
    article: createRowTable(database, 'article', {
      table: 'articles',
      prepare: (rows) => prepareWords(database, rows),
    }),
    update: createRowTable(database, 'update', { table: 'updates' }),
    backfilled: createRowTable(database, 'backfilled', { table: 'backfilled' }),
    position: createPositionTable(database),
    state: createRowTable(database, 'state', { table: 'state', where: `namespace <> '${NOTES_NAMESPACE}'` }),
    settings: createRowTable(database, 'settings', { table: 'chat_settings' }),
    subscription: createRowTable(database, 'subscription', { table: 'subscriptions' }),
    feed: createRowTable(database, 'feed', { table: 'feeds' }),
    follower: createRowTable(database, 'follower', { table: 'feed_followers' }),
    entry: createRowTable(database, 'entry', { table: 'feed_entries', extra: { first_seen_at: firstSeenAt } }),
    delivery: createRowTable(database, 'delivery', {
      table: 'deliveries',
      select: { state: `CASE state WHEN 'taken' THEN 'waiting' ELSE state END` },
    }),
  };
}

const TABLES = [
  ...['state', 'chat_settings', 'subscriptions', 'deliveries', 'feeds', 'feed_followers', 'feed_entries'],
  ...['articles', 'words', 'updates', 'backfilled', 'refusals', 'files', 'version_files', 'versions'],
].join(', ');
const NUMBERED = ['versions', 'subscriptions', 'deliveries', 'feeds', 'feed_entries'];

/** Deletes all rows. */
export async function clearRows(database: Database): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.run(`TRUNCATE ${TABLES} RESTART IDENTITY`);
    await queries.run('UPDATE arrivals SET last = 0');
  });
}

/** Lets the numbers of new rows continue after those that were written. */
export async function continueNumbers(database: Database): Promise<void> {
  for (const table of NUMBERED)
    await database.row(
      `SELECT setval(pg_get_serial_sequence($1, 'number'), coalesce(max(number), 0) + 1, false) FROM ${table}`,
      table,
    );
}

/** Makes sure that no process changes the tables. Must run in the transaction that holds the lock. */
export const FREEZE = `LOCK TABLE ${TABLES}, arrivals IN SHARE MODE`;

function createPositionTable(database: Database): RowTable<Rows['position']> {
  const rows = () => database.rows<Rows['position']>('SELECT last FROM arrivals WHERE last > 0');
  return {
    count: async () => (await rows()).length,
    read: async () => ({ rows: await rows() }),
    async write([position]) {
      if (position !== undefined) await database.run('UPDATE arrivals SET last = $1', position.last);
    },
  };
}

async function prepareWords(database: Database, rows: readonly Rows['article'][]) {
  const words: { number: number; indexed: IndexedText }[] = [];
  for (const { number, shown } of rows) {
    const version = await database.row<{ body: Uint8Array }>('SELECT body FROM versions WHERE number = $1', shown);
    const article = version && unpackIfReadable(version.body);
    if (article !== undefined) words.push({ number, indexed: indexedTextOf(article) });
  }
  return async (queries: Queries) => {
    for (const { number, indexed } of words) await writeWords(queries, number, indexed);
  };
}

/** A damaged entry has no time, and stays. */
const NEVER = '9999-12-31T23:59:59.999Z';

function firstSeenAt({ body }: Rows['entry']): string {
  try {
    const { firstSeenAt: at } = JSON.parse(body) as { firstSeenAt?: unknown };
    return typeof at === 'string' ? at : NEVER;
  } catch {
    return NEVER;
  }
}
