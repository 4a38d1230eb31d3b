import { indexedTextOf } from '../../../src/library/indexed-text.ts';
import { unpackIfReadable } from '../../../src/library/packed-article.ts';
import { NOTES_NAMESPACE, type Rows, type RowTable, type RowTables } from '../../shared/store-rows.ts';
import { createPendingIndex } from '../articles/pending-index.ts';
import type { Database } from '../database.ts';
import { LOCK_NAMESPACE } from '../process-lock.ts';
import { createRowTable } from './row-table.ts';

/** All rows of a state file with the schema of `MIGRATIONS`. */
export function createRowTables(database: Database): RowTables {
  return {
    version: createRowTable(database, 'version', { table: 'versions' }),
    versionFile: createRowTable(database, 'versionFile', { table: 'version_files' }),
    file: createRowTable(database, 'file', {
      table: 'files',
      select: { parserVersion: 'reader' },
      insert: { parserVersion: 'reader' },
    }),
    refusal: createRowTable(database, 'refusal', { table: 'refusals' }),
    article: createRowTable(database, 'article', {
      table: 'articles',
      afterWrite: (rows) => indexWords(database, rows),
    }),
    update: createRowTable(database, 'update', { table: 'updates' }),
    backfilled: createRowTable(database, 'backfilled', { table: 'backfilled' }),
    position: createPositionTable(database),
    state: createRowTable(database, 'state', {
      table: 'state',
      where: `namespace NOT IN ('${NOTES_NAMESPACE}', '${LOCK_NAMESPACE}')`,
    }),
    settings: createRowTable(database, 'settings', { table: 'chat_settings' }),
    subscription: createRowTable(database, 'subscription', { table: 'subscriptions' }),
    feed: createRowTable(database, 'feed', { table: 'feeds' }),
    follower: createRowTable(database, 'follower', { table: 'feed_followers' }),
    entry: createRowTable(database, 'entry', { table: 'feed_entries' }),
    delivery: createRowTable(database, 'delivery', {
      table: 'deliveries',
      select: {
        state: `CASE state WHEN 'taken' THEN 'waiting' ELSE state END`,
        view: '(SELECT v.view FROM delivery_views v WHERE v.number = deliveries.number)',
      },
      insert: { view: null },
      afterWrite: (rows) => writeViews(database, rows),
    }),
  };
}

/** Deletes all rows. */
export function clearRows(database: Database): void {
  database.transaction(() => {
    for (const table of CLEARED) database.run(`DELETE FROM ${table}`);
    database.run('UPDATE arrivals SET last = 0');
  });
}

/** Those that others refer to come last. */
const CLEARED = [
  ...['state', 'chat_settings', 'subscriptions', 'delivery_views', 'deliveries'],
  ...['feed_entries', 'feed_followers', 'feeds'],
  ...['words', 'articles', 'updates', 'backfilled', 'refusals', 'files', 'version_files', 'versions'],
];

function createPositionTable(database: Database): RowTable<Rows['position']> {
  const rows = () => database.rows<Rows['position']>('SELECT last FROM arrivals WHERE last > 0');
  return {
    count: async () => rows().length,
    read: async () => ({ rows: rows() }),
    async write([position]) {
      if (position !== undefined) database.run('UPDATE arrivals SET last = ?', position.last);
    },
  };
}

function indexWords(database: Database, rows: readonly Rows['article'][]): void {
  const index = createPendingIndex(database);
  for (const { number, shown } of rows) {
    const version = database.row<{ body: Uint8Array }>('SELECT body FROM versions WHERE number = ?', shown);
    const article = version && unpackIfReadable(version.body);
    if (article !== undefined) index.set(number, indexedTextOf(article));
  }
  index.flush();
}

function writeViews(database: Database, rows: readonly Rows['delivery'][]): void {
  for (const { number, view } of rows) {
    database.run('DELETE FROM delivery_views WHERE number = ?', number);
    if (view !== null) database.run('INSERT INTO delivery_views VALUES (?, ?)', number, view);
  }
}
