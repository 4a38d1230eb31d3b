import type { ArticleEntry } from '../../../src/library/entry.ts';
import { entryTimeMs } from '../../../src/library/entry.ts';
import type { PreparedArticle } from '../../../src/library/prepared-article.ts';
import type { Capture, FileRecord, ParsedFile, RejectedFile } from '../../../src/library/store.ts';
import { type CaptureStamp, orderVersions } from '../../../src/library/versions.ts';
import type { Database } from '../database.ts';
import type { EarlierVersions } from './earlier-versions.ts';
import type { MaterialChanges } from './material-changes.ts';
import { createPendingIndex, type PendingIndex } from './pending-index.ts';

/** Where captures are written. */
interface Target {
  database: Database;
  index: PendingIndex;
  earlier: EarlierVersions;
  changes?: MaterialChanges;
}

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

interface ParsedVersion {
  number: number;
  article: PreparedArticle;
  /** False if the same bytes were only parsed again. */
  isArrival: boolean;
}

/** Updates the entry and the search index of an article to its newest version; `parsed` is a version already in memory. */
function showNewest({ database, index, earlier, changes }: Target, id: string, parsed?: ParsedVersion): void {
  const shown = orderVersions(
    database.rows<CaptureStamp>('SELECT number, content, stampedAt, addedAt FROM versions WHERE article = ?', id),
  )[0];
  const before = database.row<{ number: number; shown: number; addedAt: string }>(
    'SELECT number, shown, addedAt FROM articles WHERE id = ?',
    id,
  );
  if (shown === undefined) {
    if (before) {
      database.run('DELETE FROM articles WHERE number = ?', before.number);
      index.remove(before.number);
    }
    return;
  }
  if (before?.shown === shown.number && parsed?.number !== shown.number) return;
  const article = parsed?.number === shown.number ? parsed.article : earlier.read(shown.number);
  if (article === undefined) return;
  const entry = { ...article.entry, addedAt: before?.addedAt ?? shown.addedAt };
  index.set(writeEntry(database, entry, shown.number), article.indexed);
  const isUpdate = before !== undefined && before.shown !== shown.number && parsed?.number === shown.number;
  if (isUpdate && parsed.isArrival && changes?.has(before.shown, parsed.article)) recordUpdate(database, entry.id);
}

/** Gives an article the next position, so that its readers are notified of a change. */
function recordUpdate(database: Database, id: string): void {
  database.run('INSERT INTO updates (number, article) VALUES ((SELECT last + 1 FROM arrivals), ?)', id);
}

/** Writes the list entry of an article; returns the article's number. */
function writeEntry(database: Database, entry: ArticleEntry, shown: number): number {
  const written = database.row<{ number: number }>(
    `INSERT INTO articles
       (number, id, url, title, source, language, direction, summary, stampedAt, publishedAt, addedAt, timeMs, shown)
     VALUES ((SELECT last + 1 FROM arrivals), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET url = excluded.url, title = excluded.title, source = excluded.source,
       language = excluded.language, direction = excluded.direction, summary = excluded.summary,
       stampedAt = excluded.stampedAt, publishedAt = excluded.publishedAt, timeMs = excluded.timeMs,
       shown = excluded.shown
     RETURNING number`,
    entry.id,
    entry.url,
    entry.title,
    entry.source,
    entry.language,
    entry.direction,
    entry.summary,
    entry.stampedAt,
    entry.publishedAt,
    entry.addedAt,
    entryTimeMs(entry),
    shown,
  );
  if (written === undefined) throw new Error('SQLite gave no number for a written article.');
  return written.number;
}
