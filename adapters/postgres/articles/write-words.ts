import type { IndexedText } from '../../../src/library/indexed-text.ts';
import type { Queries } from '../database.ts';
import { toTokenVector } from './token-vector.ts';

/** Indexes an article by this text, instead of any earlier one. */
export async function writeWords(queries: Queries, number: number, indexed: IndexedText): Promise<void> {
  const { tokens, head, body } = toTokenVector(indexed);
  const sql = `INSERT INTO words VALUES ($1, $2::tsvector, $3, $4)
    ON CONFLICT (number) DO UPDATE SET tokens = excluded.tokens, head = excluded.head, body = excluded.body`;
  await queries.run(sql, number, tokens, head, body);
}
