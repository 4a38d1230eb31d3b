import type { Article } from '../../src/article/article.ts';
import { articleWords } from '../../src/library/article-words.ts';
import { contentFingerprint } from '../../src/library/content.ts';
import type { ArticleEntry } from '../../src/library/entry.ts';
import { entryTimeMs, toEntry } from '../../src/library/entry.ts';
import type { Capture, FileRecord, ParsedFile, RejectedFile } from '../../src/library/store.ts';
import { type CaptureStamp, orderVersions } from '../../src/library/versions.ts';
import { packArticle, unpackArticle } from './article-body.ts';
import type { Database } from './database.ts';
import { noteUpdate } from './updates.ts';

/** Writes what a file turned out to be. Belongs into a transaction. */
export function saveParsedFile(database: Database, reading: ParsedFile): void {
  if ('refusal' in reading) {
    keepFile(database, reading, null);
    keepRefusal(database, reading.file, reading.refusal);
    return;
  }
  const version = keepCapture(database, reading.file, reading.capture);
  keepFile(database, reading, version);
  database.run('DELETE FROM refusals WHERE file = ?', reading.file);
}

/** Forgets a file and why it was refused. Belongs into a transaction. */
export function forgetFile(database: Database, file: string): void {
  database.run('DELETE FROM files WHERE file = ?', file);
  database.run('DELETE FROM refusals WHERE file = ?', file);
}

function keepFile(
  database: Database,
  { file, size, mtimeMs, parserVersion }: FileRecord,
  version: number | null,
): void {
  database.run('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)', file, size, mtimeMs, parserVersion, version);
}

function keepRefusal(database: Database, file: string, { code, message, line, at }: Omit<RejectedFile, 'file'>): void {
  database.run('INSERT OR REPLACE INTO refusals VALUES (?, ?, ?, ?, ?)', file, code, message, line, at);
}

/** Keeps a capture as a version of its article and shows the newest; gives the version's number. */
function keepCapture(database: Database, file: string, capture: Capture): number {
  const known = database.row<{ number: number; article: string }>(
    'SELECT number, article FROM versions WHERE bytes = ?',
    capture.bytes,
  );
  const number = known?.number ?? addVersion(database, capture);
  const came = !known || replaceVersion(database, known.number, { file, capture });
  database.run('INSERT OR IGNORE INTO version_files VALUES (?, ?)', number, file);
  showNewest(database, capture.article.id, { number, article: capture.article, came });
  // Another reader may take the address for another one.
  if (known && known.article !== capture.article.id) showNewest(database, known.article);
  return number;
}

function addVersion(database: Database, { bytes, article, at }: Capture): number {
  const added = database.row<{ number: number }>(
    `INSERT INTO versions (bytes, article, content, title, stampedAt, addedAt, body)
     VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number`,
    bytes,
    article.id,
    contentFingerprint(article),
    article.title,
    article.stampedAt,
    at,
    packArticle(article),
  );
  if (added === undefined) throw new Error('SQLite gave no number for a new version.');
  return added.number;
}

/** The same bytes again: as this reader reads them. Whether they came anew, in a file that went back to them. */
function replaceVersion(database: Database, number: number, from: { file: string; capture: Capture }): boolean {
  const { article, at } = from.capture;
  const before = database.row<{ version: number | null }>(
    'SELECT version FROM files WHERE file = ?',
    from.file,
  )?.version;
  const cameAgain = typeof before === 'number' && before !== number;
  database.run(
    `UPDATE versions SET article = ?, content = ?, title = ?, stampedAt = ?, body = ?,
     addedAt = CASE WHEN ? THEN ? ELSE addedAt END WHERE number = ?`,
    article.id,
    contentFingerprint(article),
    article.title,
    article.stampedAt,
    packArticle(article),
    Number(cameAgain),
    at,
    number,
  );
  return cameAgain;
}

/** A version that was just read, and whether it came now: the same bytes read anew show nobody anything new. */
interface Fresh {
  number: number;
  article: Article;
  came: boolean;
}

/** Brings what is shown and found of an article up to its newest version; `fresh` is a version that need not be unpacked. */
function showNewest(database: Database, id: string, fresh?: Fresh): void {
  const shown = orderVersions(
    database.rows<CaptureStamp>('SELECT number, content, stampedAt, addedAt FROM versions WHERE article = ?', id),
  )[0];
  const before = database.row<{ number: number; shown: number; addedAt: string }>(
    'SELECT number, shown, addedAt FROM articles WHERE id = ?',
    id,
  );
  if (shown === undefined) {
    if (before) removeArticle(database, before.number);
    return;
  }
  if (before?.shown === shown.number && fresh?.number !== shown.number) return;
  const article = fresh?.number === shown.number ? fresh.article : readVersion(database, shown.number);
  const entry = toEntry(article, before?.addedAt ?? shown.addedAt);
  const number = writeEntry(database, entry, shown.number);
  indexArticle(database, number, article);
  const isUpdate = before !== undefined && before.shown !== shown.number && fresh?.number === shown.number;
  if (isUpdate && fresh.came) noteUpdate(database, before.shown, article);
}

function readVersion(database: Database, number: number): Article {
  const found = database.row<{ body: Uint8Array }>('SELECT body FROM versions WHERE number = ?', number);
  if (found === undefined) throw new Error(`Version ${number} is listed and not kept.`);
  return unpackArticle(found.body);
}

/** Writes what lists show of an article; gives the article's number. */
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

function indexArticle(database: Database, number: number, article: Article): void {
  const { title, headings, text } = articleWords(article);
  database.run('DELETE FROM words WHERE rowid = ?', number);
  database.run('INSERT INTO words (rowid, title, headings, text) VALUES (?, ?, ?, ?)', number, title, headings, text);
}

function removeArticle(database: Database, number: number): void {
  database.run('DELETE FROM words WHERE rowid = ?', number);
  database.run('DELETE FROM articles WHERE number = ?', number);
}
