import { type ArticleEntry, entryTimeMs } from '../../../src/library/entry.ts';
import type { PreparedArticle } from '../../../src/library/prepared-article.ts';
import { type CaptureStamp, orderVersions } from '../../../src/library/versions.ts';
import type { Database } from '../database.ts';
import type { EarlierVersions } from './earlier-versions.ts';
import type { MaterialChanges } from './material-changes.ts';
import type { PendingIndex } from './pending-index.ts';

/** Where captures are written. */
export interface Target {
  database: Database;
  index: PendingIndex;
  earlier: EarlierVersions;
  changes?: MaterialChanges;
}

interface ParsedVersion {
  number: number;
  article: PreparedArticle;
  /** False if the same bytes were only parsed again. */
  isArrival: boolean;
}

/** Updates the entry and the search index of an article to its newest version; `parsed` is a version already in memory. */
export function showNewest({ database, index, earlier, changes }: Target, id: string, parsed?: ParsedVersion): void {
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
