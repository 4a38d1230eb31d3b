import { type LocalArrival, type LocalLibrary, parseEvent } from '../shared/local-library.ts';
import { createRowReader } from '../shared/row-reader.ts';
import { readChosen } from './arrivals.ts';
import { type Database, openDatabase } from './database.ts';
import { createLibraryStore } from './library-store.ts';
import { MIGRATIONS } from './schema.ts';
import { clearRows, createRowTables } from './store-rows/row-tables.ts';

/** Where `remember` writes. */
const [NAMESPACE, KEY] = ['library', 'remembered'];

const ARRIVALS = `SELECT number AS position, '+' || id AS event FROM articles WHERE number > ?1
  UNION ALL SELECT u.number, '~' || u.article || ' ' || v.content FROM updates u
    JOIN articles a ON a.id = u.article JOIN versions v ON v.number = a.shown WHERE u.number > ?1
  ORDER BY 1 LIMIT ?2`;

/** Opens a library in an SQLite file of its own. */
export async function openLocalLibrary(path: string, report: (error: unknown) => void): Promise<LocalLibrary> {
  const database = openDatabase(path, { migrations: MIGRATIONS });
  return {
    store: createLibraryStore(database, createRowReader(path, report)),
    arrivalsAfter: async (position, limit) => database.rows<LocalArrival>(ARRIVALS, position, limit),
    missing: async (events) => findMissing(database, events),
    choose: async (chosen, filter, page) => readChosen(database, { chosen, filter, page }),
    async articlesOf(files) {
      const sql = `SELECT DISTINCT v.article AS id FROM version_files f JOIN versions v ON v.number = f.version
        WHERE f.file IN (SELECT value FROM json_each(?))`;
      return database.rows<{ id: string }>(sql, JSON.stringify(files)).map(({ id }) => id);
    },
    async recall() {
      const sql = 'SELECT value FROM state WHERE namespace = ? AND key = ?';
      return database.row<{ value: string }>(sql, NAMESPACE, KEY)?.value;
    },
    async remember(text) {
      const sql = 'INSERT OR REPLACE INTO state VALUES (?, ?, ?, NULL)';
      await database.write(() => database.run(sql, NAMESPACE, KEY, text));
    },
    tables: createRowTables(database),
    clear: async () => clearRows(database),
    freeze: async () => void database.run('BEGIN IMMEDIATE'),
    assertInPlace: async () => database.assertInPlace(),
    close: async () => database.close(),
  };
}

/** An update is here when the content that it brought is, even if this library never had an earlier one. */
function findMissing(database: Database, events: readonly string[]): string[] {
  const ids = JSON.stringify(events.map((event) => parseEvent(event).article));
  const found = database.rows<{ event: string }>(
    `SELECT '+' || id AS event FROM articles WHERE id IN (SELECT value FROM json_each(?1))
     UNION ALL SELECT '~' || article || ' ' || content FROM versions WHERE article IN (SELECT value FROM json_each(?1))`,
    ids,
  );
  const here = new Set(found.map(({ event }) => event));
  return events.filter((event) => !here.has(event));
}
