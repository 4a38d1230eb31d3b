import type { ArticleEntry } from '../../src/library/entry.ts';
import type { LibraryStore, QueryWord } from '../../src/library/store.ts';
import { type Fields, toTsQuery, wordCondition } from './articles/word-condition.ts';
import { type Bindings, createBindings } from './bind.ts';
import type { Database } from './database.ts';
import { ENTRY_COLUMNS } from './rows.ts';

/** Only the latest matches are ranked. */
const MAX_RANKED = 3000;
/** How many of the latest articles show how common a word is. */
const MAX_SAMPLED = 5000;
/** Similar articles are found by many words at once. */
const MAX_RANKED_SIMILAR = 1000;
/** The weights of text, of nothing, of headings and of titles; longer articles count less. */
const RANK = `ts_rank('{0.1, 0.1, 0.4, 1}', w.tokens`;
const SHORTER_FIRST = 1;

/** The methods of the library's store that find articles by words. */
export function createSearch(database: Database): Pick<LibraryStore, 'search' | 'documentFrequencies' | 'similar'> {
  return {
    async search(words, match, limit) {
      if (words.length === 0) return [];
      const first = match === 'every' ? await findEvery(database, words, { fields: 'head', limit }) : [];
      const rest = match === 'every' ? () => findEvery(database, words, { fields: 'all', limit }) : undefined;
      const more = first.length >= limit ? [] : await (rest?.() ?? findSome(database, words, { atLeast: 1, limit }));
      return [...new Map([...first, ...more].map((entry) => [entry.id, entry])).values()].slice(0, limit);
    },
    documentFrequencies: (words) => countDocuments(database, words),
    similar: async (words, limit) =>
      words.length < 2 ? [] : await findSome(database, words, { atLeast: 2, limit, maxRanked: MAX_RANKED_SIMILAR }),
  };
}

/** Articles with all of the words. How common they are makes no difference to the order. */
function findEvery(
  database: Database,
  words: readonly QueryWord[],
  { fields, limit }: { fields: Fields; limit: number },
): Promise<ArticleEntry[]> {
  const bindings = createBindings();
  const where = words.map((word) => wordCondition(word, fields, bindings)).join(' AND ');
  return find(database, bindings, { where, score: scoreOf(words, bindings), limit });
}

/** Articles with at least so many of the words; rare words count more. */
async function findSome(
  database: Database,
  words: readonly QueryWord[],
  { atLeast, limit, maxRanked = MAX_RANKED }: { atLeast: number; limit: number; maxRanked?: number },
): Promise<ArticleEntry[]> {
  const { total, counts } = await countDocuments(database, words);
  const bindings = createBindings();
  const conditions = words.map((word) => wordCondition(word, 'all', bindings));
  const enough = `(${conditions.map((one) => `${one}::int`).join(' + ')}) >= ${atLeast}`;
  const where = `(${conditions.join(' OR ')})${atLeast > 1 ? ` AND ${enough}` : ''}`;
  const rarity = words.map((_, at) => Math.log(1 + (total + 1) / ((counts[at] ?? 0) + 0.5)));
  return await find(database, bindings, { where, score: scoreOf(words, bindings, rarity), limit, maxRanked });
}

function scoreOf(words: readonly QueryWord[], { bind }: Bindings, rarity: readonly number[] = []): string {
  const terms = words.map((word, at) => {
    const weight = bind(rarity[at] ?? 1);
    return `${weight}::float8 * ${RANK}, ${bind(toTsQuery(word))}::tsquery, ${SHORTER_FIRST})`;
  });
  return terms.join(' + ');
}

interface Finding {
  where: string;
  score: string;
  limit: number;
  maxRanked?: number;
}

async function find(
  database: Database,
  { values, bind }: Bindings,
  { where, score, limit, maxRanked = MAX_RANKED }: Finding,
): Promise<ArticleEntry[]> {
  const sql = `
    WITH matching AS MATERIALIZED (
      SELECT w.number, w.tokens FROM words w WHERE ${where} ORDER BY w.number DESC LIMIT ${maxRanked}
    ), best AS (
      SELECT w.number, ${score} AS score FROM matching w ORDER BY score DESC, w.number DESC LIMIT ${bind(limit)}
    )
    SELECT ${ENTRY_COLUMNS} FROM best JOIN articles a ON a.number = best.number
    ORDER BY best.score DESC, best.number DESC`;
  return await database.rows<ArticleEntry>(sql, ...values);
}

/** How many of the latest articles contain each word, and how many articles these are. */
async function countDocuments(
  database: Database,
  words: readonly QueryWord[],
): Promise<{ total: number; counts: number[] }> {
  const last = await database.row<{ last: number | null }>('SELECT max(number) AS last FROM articles');
  const after = (last?.last ?? 0) - MAX_SAMPLED;
  const count = async (where: string, { values, bind }: Bindings) => {
    const sql = `SELECT count(*) AS total FROM words w WHERE ${where} AND w.number > ${bind(after)}`;
    return (await database.row<{ total: number }>(sql, ...values))?.total ?? 0;
  };
  const counts: number[] = [];
  for (const word of words) {
    const bindings = createBindings();
    counts.push(await count(wordCondition(word, 'all', bindings), bindings));
  }
  return { total: await count('TRUE', createBindings()), counts };
}
