import type { Capture, FileRecord, ParsedFile, RejectedFile } from '../../../src/library/store.ts';
import type { Database } from '../database.ts';
import type { EarlierVersions } from './earlier-versions.ts';
import type { MaterialChanges } from './material-changes.ts';
import { createPendingIndex } from './pending-index.ts';
import { showNewest, type Target } from './show-newest.ts';

/** Writes parsed files, in order. Must run in a transaction. */
export function saveParsedFiles(
  database: Database,
  parsedFiles: readonly ParsedFile[],
  { changes, earlier }: { changes: MaterialChanges; earlier: EarlierVersions },
): void {
  const index = createPendingIndex(database);
  for (const parsed of parsedFiles) saveParsedFile({ database, index, earlier, changes }, parsed);
  index.flush();
}

function saveParsedFile(target: Target, parsed: ParsedFile): void {
  const { database } = target;
  if ('refusal' in parsed) {
    saveFileRecord(database, parsed, null);
    saveRefusal(database, parsed.file, parsed.refusal);
    return;
  }
  if ('isSnapshot' in parsed) {
    saveFileRecord(database, parsed, null);
    database.run('DELETE FROM refusals WHERE file = ?', parsed.file);
    return;
  }
  const version = saveCapture(target, parsed.file, parsed.capture);
  saveFileRecord(database, parsed, version);
  database.run('DELETE FROM refusals WHERE file = ?', parsed.file);
}

/** Records that a file is deleted. Must run in a transaction. */
export function markMissed(database: Database, file: string, at: Date): void {
  database.run('UPDATE files SET missedAt = ? WHERE file = ?', at.getTime(), file);
  database.run('DELETE FROM refusals WHERE file = ?', file);
}

/** Deletes files' records, refusals and the versions that no other file has contained. Must run in a transaction. */
export function forgetFiles(database: Database, files: readonly string[], earlier: EarlierVersions): void {
  const index = createPendingIndex(database);
  for (const file of files) forgetFile({ database, index, earlier }, file);
  index.flush();
}

function forgetFile(target: Target, file: string): void {
  const { database } = target;
  database.run('DELETE FROM files WHERE file = ?', file);
  database.run('DELETE FROM refusals WHERE file = ?', file);
  const orphans = database.rows<{ version: number }>(
    `SELECT version FROM version_files AS of_it WHERE file = ? AND NOT EXISTS
       (SELECT 1 FROM version_files AS other JOIN files ON files.file = other.file WHERE other.version = of_it.version)`,
    file,
  );
  for (const { version } of orphans) deleteVersion(target, version);
}

function deleteVersion(target: Target, number: number): void {
  const { database } = target;
  database.run('DELETE FROM version_files WHERE version = ?', number);
  const deleted = database.row<{ article: string }>('DELETE FROM versions WHERE number = ? RETURNING article', number);
  if (deleted !== undefined) showNewest(target, deleted.article);
}

function saveFileRecord(
  database: Database,
  { file, size, mtimeMs, parserVersion }: Omit<FileRecord, 'missedAtMs'>,
  version: number | null,
): void {
  database.run(
    'INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, NULL)',
    file,
    size,
    mtimeMs,
    parserVersion,
    version,
  );
}

function saveRefusal(database: Database, file: string, { code, message, line, at }: Omit<RejectedFile, 'file'>): void {
  database.run('INSERT OR REPLACE INTO refusals VALUES (?, ?, ?, ?, ?)', file, code, message, line, at);
}

/** Saves a capture as a version of its article and shows the newest; returns the version's number. */
function saveCapture(target: Target, file: string, capture: Capture): number {
  const { database } = target;
  const existing = database.row<{ number: number; article: string }>(
    'SELECT number, article FROM versions WHERE bytes = ?',
    capture.bytes,
  );
  const number = existing?.number ?? addVersion(database, capture);
  const isArrival = !existing || replaceVersion(database, existing.number, { file, capture });
  database.run('INSERT OR IGNORE INTO version_files VALUES (?, ?)', number, file);
  const { id } = capture.article.entry;
  showNewest(target, id, { number, article: capture.article, isArrival });
  // Another version of the parser may derive another id from the address.
  if (existing && existing.article !== id) showNewest(target, existing.article);
  return number;
}

function addVersion(database: Database, { bytes, article, at }: Capture): number {
  const added = database.row<{ number: number }>(
    `INSERT INTO versions (bytes, article, content, title, stampedAt, addedAt, body)
     VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number`,
    bytes,
    article.entry.id,
    article.content,
    article.entry.title,
    article.entry.stampedAt,
    at,
    article.packed,
  );
  if (added === undefined) throw new Error('SQLite gave no number for a new version.');
  return added.number;
}

/** Replaces a version with the same bytes; returns whether they arrived again, in a file that was reverted to them. */
function replaceVersion(database: Database, number: number, source: { file: string; capture: Capture }): boolean {
  const { article, at } = source.capture;
  const before = database.row<{ version: number | null }>(
    'SELECT version FROM files WHERE file = ?',
    source.file,
  )?.version;
  const isReverted = typeof before === 'number' && before !== number;
  database.run(
    `UPDATE versions SET article = ?, content = ?, title = ?, stampedAt = ?, body = ?,
     addedAt = CASE WHEN ? THEN ? ELSE addedAt END WHERE number = ?`,
    article.entry.id,
    article.content,
    article.entry.title,
    article.entry.stampedAt,
    article.packed,
    Number(isReverted),
    at,
    number,
  );
  return isReverted;
}
