import type { ArticleEntry } from '../../src/library/entry.ts';
import { unpackInSteps } from '../../src/library/packed-article.ts';
import type { LibraryStore, NewestQuery, RejectedFile } from '../../src/library/store.ts';
import type { ArticleVersion } from '../../src/library/versions.ts';
import { type CaptureStamp, orderVersions } from '../../src/library/versions.ts';
import type { RowReader } from '../shared/row-reader.ts';
import { runSteps } from '../shared/run-steps.ts';
import { readArrivals } from './arrivals.ts';
import { saveParsedFiles } from './articles/save-articles.ts';
import { createBindings } from './bind.ts';
import type { Database, Value } from './database.ts';
import { createFileRecords } from './file-records.ts';
import { ENTRY_COLUMNS } from './rows.ts';
import { createSearch } from './search.ts';

/** The library's store in a PostgreSQL database with the schema of `MIGRATIONS`. */
export function createLibraryStore(database: Database, rows: RowReader): LibraryStore {
  const readBody = async (id: string, sql: string, value: string | number) => {
    const found = await database.row<{ body: Uint8Array }>(sql, value);
    return found && rows.readLater({ kind: 'article', id }, () => unpackInSteps(found.body, runSteps));
  };
  return {
    ...createFileRecords(database),
    save: (parsedFiles) => saveParsedFiles(database, parsedFiles),
    async markBackfill(ids) {
      const sql = `INSERT INTO backfilled SELECT id FROM unnest($1::text[]) AS given (id)
        WHERE id NOT IN (SELECT id FROM articles WHERE id = ANY($1::text[])) ON CONFLICT DO NOTHING`;
      await database.run(sql, ids);
    },
    size: () => countArticles(database, '', []),
    article: (id) =>
      readBody(id, 'SELECT v.body FROM articles a JOIN versions v ON v.number = a.shown WHERE a.id = $1', id),
    async articleVersion(id, version) {
      const listed = (await listVersions(database, id))[version - 1];
      return listed && (await readBody(id, 'SELECT body FROM versions WHERE number = $1', listed.number));
    },
    async versions(id) {
      const listed = await listVersions(database, id);
      return listed.map(({ stampedAt, addedAt, title, file }) => ({ stampedAt, addedAt, title, file }));
    },
    newest: (query) => readNewest(database, query),
    sources: () =>
      database.rows('SELECT source, count(*) AS articles FROM articles GROUP BY source ORDER BY 2 DESC, 1'),
    refusals: () => database.rows<RejectedFile>('SELECT file, code, message, line, at FROM refusals ORDER BY file'),
    ...createSearch(database),
    async position() {
      return (await database.row<{ last: number }>('SELECT last FROM arrivals'))?.last ?? 0;
    },
    between: (range, filter, page) => readArrivals(database, { range, filter, page }),
  };
}

async function listVersions(database: Database, id: string): Promise<(CaptureStamp & ArticleVersion)[]> {
  const captures = await database.rows<CaptureStamp & ArticleVersion>(
    `SELECT number, content, stamped_at AS "stampedAt", added_at AS "addedAt", title,
       (SELECT min(file) FROM version_files WHERE version = number) AS file
     FROM versions WHERE article = $1`,
    id,
  );
  return orderVersions(captures);
}

async function readNewest(database: Database, { source, sinceMs, offset, limit }: NewestQuery) {
  const { values, bind } = createBindings();
  const conditions: string[] = [];
  if (source !== undefined) conditions.push(`a.source = ${bind(source)}`);
  if (sinceMs !== undefined) conditions.push(`a.time_ms >= ${bind(sinceMs)}`);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const total = await countArticles(database, where, values);
  const order = `ORDER BY a.time_ms DESC, a.added_at DESC, a.id LIMIT ${bind(limit)} OFFSET ${bind(offset)}`;
  const sql = `SELECT ${ENTRY_COLUMNS} FROM articles a ${where} ${order}`;
  return { total, entries: await database.rows<ArticleEntry>(sql, ...values) };
}

async function countArticles(database: Database, where: string, values: readonly Value[]): Promise<number> {
  const row = await database.row<{ total: number }>(`SELECT count(*) AS total FROM articles a ${where}`, ...values);
  return row?.total ?? 0;
}
