import type { QueryWord } from '../../src/library/stores.ts';
import type { ArticleEntry } from '../../src/ports.ts';
import type { Database } from './database.ts';
import { toPhrase } from './phrase.ts';

/**
 * How many matches are ranked, those that came last. Ranking all 70,000 articles that hold 中国, of 100,000, takes
 * 110 ms; this many take 15.
 */
const RANKED = 5000;

/** Weights of title, headings and text. */
const RANK = 'bm25(words, 10, 4, 1)';

/** Articles with the words, best first: those with them in title and headings before the others. */
export function searchEntries(
  database: Database,
  words: readonly QueryWord[],
  { match, limit }: { match: 'every' | 'some'; limit: number },
): readonly ArticleEntry[] {
  if (words.length === 0) return [];
  const everywhere = words.map(toPhrase).join(match === 'every' ? ' AND ' : ' OR ');
  const first = match === 'every' ? find(database, `{title headings} : (${everywhere})`, limit) : [];
  const found = new Set([...first, ...(first.length < limit ? find(database, everywhere, limit) : [])]);
  return [...found].slice(0, limit).flatMap((number) => entryOf(database, number) ?? []);
}

function find(database: Database, expression: string, limit: number): number[] {
  const sql = `
    SELECT number FROM (
      SELECT rowid AS number, ${RANK} AS score FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ${RANKED}
    ) ORDER BY score, number DESC LIMIT ?`;
  return database.rows<{ number: number }>(sql, expression, limit).map(({ number }) => number);
}

function entryOf(database: Database, number: number): ArticleEntry | undefined {
  return database.row<ArticleEntry>(
    `SELECT id, url, title, source, language, direction, summary, stampedAt, publishedAt, addedAt
     FROM articles WHERE number = ?`,
    number,
  );
}
