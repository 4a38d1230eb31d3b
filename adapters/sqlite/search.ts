import type { ArticleEntry } from '../../src/library/entry.ts';
import type { LibraryStore, QueryWord } from '../../src/library/store.ts';
import type { Database } from './database.ts';
import { toFtsQuery } from './fts-query.ts';

/**
 * How many matches are ranked, those that came last. Ranking all 70,000 articles that hold 中国, of 100,000, takes
 * 110 ms; this many take 15.
 */
const RANKED = 5000;

/** Many pairs of words are sought at once: a fifth of the matches takes a fifth of the time. */
const RANKED_ALIKE = 1000;

/** Weights of title, headings and text. */
const RANK = 'bm25(words, 10, 4, 1)';

interface Wanted {
  limit: number;
  ranked?: number;
}

/** What a library's store finds by words. */
export function createSearch(database: Database): Pick<LibraryStore, 'search' | 'counts' | 'alike'> {
  return {
    search: async (words, match, limit) => searchEntries(database, words, { match, limit }),
    counts: async (words) => countWords(database, words),
    alike: async (words, limit) => alikeEntries(database, words, limit),
  };
}

/** Articles with the words, best first: those with them in title and headings before the others. */
function searchEntries(
  database: Database,
  words: readonly QueryWord[],
  { match, limit }: { match: 'every' | 'some'; limit: number },
): readonly ArticleEntry[] {
  if (words.length === 0) return [];
  const everywhere = words.map(toFtsQuery).join(match === 'every' ? ' AND ' : ' OR ');
  const first = match === 'every' ? find(database, `{title headings} : (${everywhere})`, { limit }) : [];
  const found = new Set([...first, ...(first.length < limit ? find(database, everywhere, { limit }) : [])]);
  return [...found].slice(0, limit).flatMap((number) => entryOf(database, number) ?? []);
}

/** Articles with at least two of the words, best first. */
function alikeEntries(database: Database, words: readonly QueryWord[], limit: number): readonly ArticleEntry[] {
  const phrases = words.map(toFtsQuery);
  const pairs = phrases.flatMap((one, at) => phrases.slice(at + 1).map((other) => `(${one} AND ${other})`));
  if (pairs.length === 0) return [];
  return find(database, pairs.join(' OR '), { limit, ranked: RANKED_ALIKE }).flatMap(
    (number) => entryOf(database, number) ?? [],
  );
}

/** How many of the articles that came last have each word, and how many these are. */
function countWords(database: Database, words: readonly QueryWord[]): { total: number; counts: number[] } {
  const last = database.row<{ last: number | null }>('SELECT max(number) AS last FROM articles')?.last ?? 0;
  const since = last - RANKED;
  const total = database.row<{ total: number }>(
    'SELECT count(*) AS total FROM articles WHERE number > ?',
    since,
  )?.total;
  // FTS5 takes only whole numbers, and those of JavaScript are real ones.
  const sql = 'SELECT count(*) AS found FROM words WHERE words MATCH ? AND rowid > CAST(? AS INTEGER)';
  const counts = words.map((word) => database.row<{ found: number }>(sql, toFtsQuery(word), since)?.found ?? 0);
  return { total: total ?? 0, counts };
}

function find(database: Database, expression: string, { limit, ranked = RANKED }: Wanted): number[] {
  const sql = `
    SELECT number FROM (
      SELECT rowid AS number, ${RANK} AS score FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ${ranked}
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
