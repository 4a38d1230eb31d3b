import type { Capture, FileRecord, ParsedFile, RejectedFile } from '../../../src/library/store.ts';
import type { Database, Queries } from '../database.ts';
import { changeLibrary, type LibraryChange } from './change-library.ts';
import { showNewest } from './show-newest.ts';

/** Writes parsed files, in order; all of them or none. */
export async function saveParsedFiles(database: Database, parsedFiles: readonly ParsedFile[]): Promise<void> {
  await changeLibrary(database, async (change) => {
    for (const parsed of parsedFiles) await saveParsedFile(change, parsed);
  });
}

async function saveParsedFile(change: LibraryChange, parsed: ParsedFile): Promise<void> {
  const { queries } = change;
  const version = 'capture' in parsed ? await saveCapture(change, parsed.file, parsed.capture) : null;
  await saveFileRecord(queries, parsed, version);
  if ('refusal' in parsed) await saveRefusal(queries, parsed.file, parsed.refusal);
  else await queries.run('DELETE FROM refusals WHERE file = $1', parsed.file);
}

async function saveFileRecord(
  queries: Queries,
  { file, size, mtimeMs, parserVersion }: Omit<FileRecord, 'missedAtMs'>,
  version: number | null,
): Promise<void> {
  const sql = `INSERT INTO files VALUES ($1, $2, $3, $4, $5, NULL)
    ON CONFLICT (file) DO UPDATE SET size = excluded.size, mtime_ms = excluded.mtime_ms,
      parser_version = excluded.parser_version, version = excluded.version, missed_at = NULL`;
  await queries.run(sql, file, size, mtimeMs, parserVersion, version);
}

async function saveRefusal(
  queries: Queries,
  file: string,
  { code, message, line, at }: Omit<RejectedFile, 'file'>,
): Promise<void> {
  const sql = `INSERT INTO refusals VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (file) DO UPDATE SET code = excluded.code, message = excluded.message, line = excluded.line,
      at = excluded.at`;
  await queries.run(sql, file, code, message, line, at);
}

/** Saves a capture as a version of its article and shows the newest; returns the version's number. */
async function saveCapture(change: LibraryChange, file: string, capture: Capture): Promise<number> {
  const { queries } = change;
  const sql = 'SELECT number, article FROM versions WHERE bytes = $1';
  const existing = await queries.row<{ number: number; article: string }>(sql, capture.bytes);
  const number = existing?.number ?? (await addVersion(queries, capture));
  const isArrival = !existing || (await replaceVersion(queries, existing.number, { file, capture }));
  await queries.run('INSERT INTO version_files VALUES ($1, $2) ON CONFLICT DO NOTHING', number, file);
  const { id } = capture.article.entry;
  await showNewest(change, id, { number, article: capture.article, isArrival });
  // Another version of the parser may derive another id from the address.
  if (existing && existing.article !== id) await showNewest(change, existing.article);
  return number;
}

async function addVersion(queries: Queries, { bytes, article, at }: Capture): Promise<number> {
  const { entry, content, packed } = article;
  const added = await queries.row<{ number: number }>(
    `INSERT INTO versions (bytes, article, content, title, stamped_at, added_at, body)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING number`,
    ...[bytes, entry.id, content, entry.title, entry.stampedAt, at, Buffer.from(packed)],
  );
  if (added === undefined) throw new Error('PostgreSQL gave no number for a new version.');
  return added.number;
}

/** Replaces a version with the same bytes; returns whether they arrived again, in a file that was reverted to them. */
async function replaceVersion(
  queries: Queries,
  number: number,
  { file, capture: { article, at } }: { file: string; capture: Capture },
): Promise<boolean> {
  const { entry, content, packed } = article;
  const sql = 'SELECT version FROM files WHERE file = $1';
  const before = (await queries.row<{ version: number | null }>(sql, file))?.version;
  const isReverted = typeof before === 'number' && before !== number;
  await queries.run(
    `UPDATE versions SET article = $1, content = $2, title = $3, stamped_at = $4, body = $5,
       added_at = CASE WHEN $6 THEN $7 ELSE added_at END WHERE number = $8`,
    ...[entry.id, content, entry.title, entry.stampedAt, Buffer.from(packed), isReverted, at, number],
  );
  return isReverted;
}
