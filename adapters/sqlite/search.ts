import type { ArticleEntry } from '../../src/library/entry.ts';
import type { LibraryStore, QueryWord } from '../../src/library/store.ts';
import type { Database } from './database.ts';
import { toFtsQuery } from './fts-query.ts';
import { ENTRY_COLUMNS } from './rows.ts';

/** Only the latest matches are ranked: among 100,000 articles, ranking all 70,000 that contain 中国 takes 110 ms. */
const MAX_RANKED = 3000;

/** How many of the latest articles show how common a word is. */
const MAX_SAMPLED = 5000;

/** Similar articles are found by many pairs of words at once: a fifth of the matches takes a fifth of the time. */
const MAX_RANKED_SIMILAR = 1000;

/** BM25 with weights for title, headings and text. */
const RANK = 'bm25(words, 10, 4, 1)';

interface RankLimits {
  limit: number;
  maxRanked?: number;
}

/** The methods of the library's store that find articles by words. */
export function createSearch(database: Database): Pick<LibraryStore, 'search' | 'documentFrequencies' | 'similar'> {
  return {
    search: async (words, match, limit) => searchEntries(database, words, { match, limit }),
    documentFrequencies: async (words) => countDocuments(database, words),
    similar: async (words, limit) => similarEntries(database, words, limit),
  };
}

/** Articles with the words, best first: matches in title and headings before others. */
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
function similarEntries(database: Database, words: readonly QueryWord[], limit: number): readonly ArticleEntry[] {
  const phrases = words.map(toFtsQuery);
  const pairs = phrases.flatMap((one, at) => phrases.slice(at + 1).map((other) => `(${one} AND ${other})`));
  if (pairs.length === 0) return [];
  return find(database, pairs.join(' OR '), { limit, maxRanked: MAX_RANKED_SIMILAR }).flatMap(
    (number) => entryOf(database, number) ?? [],
  );
}

/** How many of the latest articles contain each word, and how many articles these are. */
function countDocuments(database: Database, words: readonly QueryWord[]): { total: number; counts: number[] } {
  const last = database.row<{ last: number | null }>('SELECT max(number) AS last FROM articles')?.last ?? 0;
  const after = last - MAX_SAMPLED;
  const total = database.row<{ total: number }>(
    'SELECT count(*) AS total FROM articles WHERE number > ?',
    after,
  )?.total;
  // FTS5 compares rowid only with integers, and a JavaScript number is bound as a real.
  const sql = 'SELECT count(*) AS found FROM words WHERE words MATCH ? AND rowid > CAST(? AS INTEGER)';
  const counts = words.map((word) => database.row<{ found: number }>(sql, toFtsQuery(word), after)?.found ?? 0);
  return { total: total ?? 0, counts };
}

function find(database: Database, expression: string, { limit, maxRanked = MAX_RANKED }: RankLimits): number[] {
  const sql = `
    SELECT number FROM (
      SELECT rowid AS number, ${RANK} AS score FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ${maxRanked}
    ) ORDER BY score, number DESC LIMIT ?`;
  return database.rows<{ number: number }>(sql, expression, limit).map(({ number }) => number);
}

function entryOf(database: Database, number: number): ArticleEntry | undefined {
  return database.row<ArticleEntry>(`SELECT ${ENTRY_COLUMNS} FROM articles a WHERE a.number = ?`, number);
}
