import type { Database } from '../database.ts';
import { changeLibrary, type LibraryChange } from './change-library.ts';
import { showNewest } from './show-newest.ts';

/** Deletes files' records, refusals and the versions that no other file has contained. */
export async function forgetFiles(database: Database, files: readonly string[]): Promise<void> {
  await changeLibrary(database, async (change) => {
    for (const file of files) await forgetFile(change, file);
  });
}

async function forgetFile(change: LibraryChange, file: string): Promise<void> {
  const { queries } = change;
  await queries.run('DELETE FROM files WHERE file = $1', file);
  await queries.run('DELETE FROM refusals WHERE file = $1', file);
  const orphans = await queries.rows<{ version: number }>(
    `SELECT version FROM version_files AS of_it WHERE file = $1 AND NOT EXISTS
       (SELECT 1 FROM version_files AS other JOIN files ON files.file = other.file WHERE other.version = of_it.version)`,
    file,
  );
  for (const { version } of orphans) {
    const sql = 'DELETE FROM versions WHERE number = $1 RETURNING article';
    const deleted = await queries.row<{ article: string }>(sql, version);
    if (deleted !== undefined) await showNewest(change, deleted.article);
  }
}
