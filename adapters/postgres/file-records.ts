import type { FileRecord, LibraryStore } from '../../src/library/store.ts';
import { forgetFiles } from './articles/forget-files.ts';
import type { Database } from './database.ts';

const FILES_PER_PAGE = 2000;
const SELECT = `SELECT file, size, mtime_ms AS "mtimeMs", parser_version AS "parserVersion", missed_at AS "missedAtMs"
  FROM files`;

/** The part of the library's store that knows the files. */
export function createFileRecords(
  database: Database,
): Pick<LibraryStore, 'fileRecords' | 'files' | 'markMissed' | 'forget'> {
  return {
    async fileRecords(files) {
      const found = await database.rows<FileRecord>(`${SELECT} WHERE file = ANY($1::text[])`, files);
      const byName = new Map(found.map((record) => [record.file, record]));
      return files.map((file) => byName.get(file));
    },
    files: (prefix = '') => readFiles(database, prefix),
    markMissed: (files, at) =>
      database.transaction(async (queries) => {
        await queries.run('UPDATE files SET missed_at = $1 WHERE file = ANY($2::text[])', at.getTime(), files);
        await queries.run('DELETE FROM refusals WHERE file = ANY($1::text[])', files);
      }),
    forget: (files) => forgetFiles(database, files),
  };
}

async function* readFiles(database: Database, prefix: string): AsyncGenerator<FileRecord> {
  const sql = `${SELECT} WHERE file > $1 ORDER BY file LIMIT ${FILES_PER_PAGE}`;
  for (let after: string | undefined = prefix; after !== undefined; ) {
    const page: FileRecord[] = await database.rows<FileRecord>(sql, after);
    const fitting = page.filter(({ file }) => file.startsWith(prefix));
    yield* fitting;
    after = fitting.length < FILES_PER_PAGE ? undefined : page.at(-1)?.file;
  }
}
