import type { ArticleEntry } from '../../../src/library/entry.ts';
import { entryTimeMs } from '../../../src/library/entry.ts';
import { isMaterialCapture } from '../../../src/library/material-capture.ts';
import { type ListedArticle, type PreparedArticle, prepareListed } from '../../../src/library/prepared-article.ts';
import { type CaptureStamp, orderVersions } from '../../../src/library/versions.ts';
import { runSteps } from '../../shared/run-steps.ts';
import type { Queries } from '../database.ts';
import type { LibraryChange } from './change-library.ts';
import { writeWords } from './write-words.ts';

/** A version that is already in memory. */
interface ParsedVersion {
  number: number;
  article: PreparedArticle;
  /** False if the same bytes were only parsed again. */
  isArrival: boolean;
}

interface Shown {
  number: number;
  shown: number;
  addedAt: string;
}

/** Updates the entry and the search index of an article to its newest version. */
export async function showNewest(change: LibraryChange, id: string, parsed?: ParsedVersion): Promise<void> {
  const { queries } = change;
  const captures = await queries.rows<CaptureStamp>(
    `SELECT number, content, stamped_at AS "stampedAt", added_at AS "addedAt" FROM versions WHERE article = $1`,
    id,
  );
  const [shown] = orderVersions(captures);
  const sql = 'SELECT number, shown, added_at AS "addedAt" FROM articles WHERE id = $1';
  const before = await queries.row<Shown>(sql, id);
  if (shown === undefined) {
    await queries.run('DELETE FROM articles WHERE id = $1', id);
    return;
  }
  if (before?.shown === shown.number && parsed?.number !== shown.number) return;
  const article = parsed?.number === shown.number ? parsed.article : await readVersion(queries, shown.number);
  if (article === undefined) return;
  const entry = { ...article.entry, addedAt: before?.addedAt ?? shown.addedAt };
  const number = before?.number ?? change.nextPosition();
  await writeEntry(queries, entry, { number, shown: shown.number });
  await writeWords(queries, number, article.indexed);
  const isUpdate = before !== undefined && before.shown !== shown.number && parsed?.number === shown.number;
  if (isUpdate && parsed.isArrival && (await isMaterial(queries, before.shown, parsed.article)))
    await queries.run('INSERT INTO updates (number, article) VALUES ($1, $2)', change.nextPosition(), entry.id);
}

async function isMaterial(queries: Queries, earlier: number, later: PreparedArticle): Promise<boolean> {
  const sql = 'SELECT title, body FROM versions WHERE number = $1';
  const version = await queries.row<{ title: string; body: Uint8Array }>(sql, earlier);
  return version !== undefined && isMaterialCapture(version, later);
}

async function readVersion(queries: Queries, number: number): Promise<ListedArticle | undefined> {
  const found = await queries.row<{ body: Uint8Array }>('SELECT body FROM versions WHERE number = $1', number);
  if (found === undefined) throw new Error(`Version ${number} is listed but not stored.`);
  return await prepareListed(found.body, runSteps);
}

async function writeEntry(
  queries: Queries,
  entry: ArticleEntry,
  { number, shown }: { number: number; shown: number },
): Promise<void> {
  await queries.run(
    `INSERT INTO articles
       (number, id, url, title, source, language, direction, summary, stamped_at, published_at, added_at, time_ms, shown)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (id) DO UPDATE SET url = excluded.url, title = excluded.title, source = excluded.source,
       language = excluded.language, direction = excluded.direction, summary = excluded.summary,
       stamped_at = excluded.stamped_at, published_at = excluded.published_at, time_ms = excluded.time_ms,
       shown = excluded.shown`,
    number,
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
}
