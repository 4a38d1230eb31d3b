import type { FileRecord, LibraryStore } from '../../src/library/store.ts';
import { writeWithVersions } from './articles/earlier-versions.ts';
import { forgetFiles, markMissed } from './articles/save-articles.ts';
import type { Database } from './database.ts';

const FILES_PER_PAGE = 2000;
const RECORD_COLUMNS = 'file, size, mtimeMs, reader AS parserVersion, missedAt AS missedAtMs';

/** The part of the library's store that knows the files. */
export function createFileRecords(
  database: Database,
): Pick<LibraryStore, 'fileRecords' | 'files' | 'markMissed' | 'forget'> {
  return {
    async fileRecords(files) {
      const sql = `SELECT ${RECORD_COLUMNS} FROM files WHERE file = ?`;
      return files.map((file) => database.row<FileRecord>(sql, file));
    },
    files: (prefix = '') => readFiles(database, prefix),
    markMissed: (files, at) =>
      database.write(() => {
        for (const file of files) markMissed(database, file, at);
      }),
    forget: (files) => writeWithVersions(database, (earlier) => forgetFiles(database, files, earlier)),
  };
}

async function* readFiles(database: Database, prefix: string): AsyncGenerator<FileRecord> {
  const sql = `SELECT ${RECORD_COLUMNS} FROM files WHERE file > ? ORDER BY file LIMIT ${FILES_PER_PAGE}`;
  for (let after: string | undefined = prefix; after !== undefined; ) {
    const page: FileRecord[] = database.rows<FileRecord>(sql, after);
    const fitting = page.filter(({ file }) => file.startsWith(prefix));
    yield* fitting;
    after = fitting.length < FILES_PER_PAGE ? undefined : page.at(-1)?.file;
  }
}
