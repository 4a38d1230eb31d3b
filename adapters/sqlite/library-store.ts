import type { ArticleEntry } from '../../src/library/entry.ts';
import { unpackInSteps } from '../../src/library/packed-article.ts';
import type { LibraryStore, NewestQuery, RejectedFile } from '../../src/library/store.ts';
import type { ArticleVersion } from '../../src/library/versions.ts';
import { type CaptureStamp, orderVersions } from '../../src/library/versions.ts';
import type { RowReader } from '../shared/row-reader.ts';
import { runSteps } from '../shared/run-steps.ts';
import { readArrivals } from './arrivals.ts';
import { writeWithVersions } from './articles/earlier-versions.ts';
import { findMaterialChanges } from './articles/material-changes.ts';
import { saveParsedFiles } from './articles/save-articles.ts';
import type { Database } from './database.ts';
import { createFileRecords } from './file-records.ts';
import { ENTRY_COLUMNS } from './rows.ts';
import { createSearch } from './search.ts';

/** The library's store in an SQLite file with the schema of `MIGRATIONS`. */
export function createLibraryStore(database: Database, rows: RowReader): LibraryStore {
  const read = (id: string, body: Uint8Array) =>
    rows.readLater({ kind: 'article', id }, () => unpackInSteps(body, runSteps));
  return {
    ...createFileRecords(database),
    async save(parsedFiles) {
      const changes = await findMaterialChanges(database, parsedFiles);
      await writeWithVersions(database, (earlier) => saveParsedFiles(database, parsedFiles, { changes, earlier }));
    },
    markBackfill: (ids) =>
      database.write(() => {
        for (const id of ids) markBackfill(database, id);
      }),
    async size() {
      return countArticles(database, '', []);
    },
    async article(id) {
      const sql = 'SELECT v.body FROM articles a JOIN versions v ON v.number = a.shown WHERE a.id = ?';
      const found = database.row<{ body: Uint8Array }>(sql, id);
      return found && read(id, found.body);
    },
    async articleVersion(id, version) {
      const listed = listVersions(database, id)[version - 1];
      if (listed === undefined) return undefined;
      const found = database.row<{ body: Uint8Array }>('SELECT body FROM versions WHERE number = ?', listed.number);
      return found && read(id, found.body);
    },
    async versions(id) {
      return listVersions(database, id).map(({ stampedAt, addedAt, title, file }) => ({
        stampedAt,
        addedAt,
        title,
        file,
      }));
    },
    async newest(query) {
      return readNewest(database, query);
    },
    async sources() {
      return database.rows('SELECT source, count(*) AS articles FROM articles GROUP BY source ORDER BY 2 DESC, 1');
    },
    async refusals() {
      return database.rows<RejectedFile>('SELECT file, code, message, line, at FROM refusals ORDER BY file');
    },
    ...createSearch(database),
    async position() {
      return database.row<{ last: number }>('SELECT last FROM arrivals')?.last ?? 0;
    },
    async between(range, filter, page) {
      return readArrivals(database, { range, filter, page });
    },
  };
}

function markBackfill(database: Database, id: string): void {
  const isThere = database.row('SELECT 1 FROM articles WHERE id = ?', id) !== undefined;
  if (!isThere) database.run('INSERT OR IGNORE INTO backfilled VALUES (?)', id);
}

function listVersions(database: Database, id: string): (CaptureStamp & ArticleVersion)[] {
  const captures = database.rows<CaptureStamp & ArticleVersion>(
    `SELECT number, content, stampedAt, addedAt, title,
       (SELECT min(file) FROM version_files WHERE version = number) AS file
     FROM versions WHERE article = ?`,
    id,
  );
  return orderVersions(captures);
}

function readNewest(database: Database, { source, sinceMs, offset, limit }: NewestQuery) {
  const conditions: [string, string | number][] = [];
  if (source !== undefined) conditions.push(['a.source = ?', source]);
  if (sinceMs !== undefined) conditions.push(['a.timeMs >= ?', sinceMs]);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(([condition]) => condition).join(' AND ')}`;
  const values = conditions.map(([, value]) => value);
  const order = 'ORDER BY a.timeMs DESC, a.addedAt DESC, a.id LIMIT ? OFFSET ?';
  const sql = `SELECT ${ENTRY_COLUMNS} FROM articles a ${where} ${order}`;
  const entries = database.rows<ArticleEntry>(sql, ...values, limit, offset);
  return { total: countArticles(database, where, values), entries };
}

function countArticles(database: Database, where: string, values: readonly (string | number)[]): number {
  const row = database.row<{ total: number }>(`SELECT count(*) AS total FROM articles a ${where}`, ...values);
  return row?.total ?? 0;
}
