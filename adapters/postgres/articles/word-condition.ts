import type { QueryWord } from '../../../src/library/store.ts';
import type { Bindings } from '../bind.ts';
import { quoteToken } from './token-vector.ts';

/** Which fields of an article: title and headings, or all. */
export type Fields = 'head' | 'all';

/** The SQL condition that an article of `words w` has a query word. */
export function wordCondition(word: QueryWord, fields: Fields, { bind }: Pick<Bindings, 'bind'>): string {
  const { tokens, prefix } = word;
  if (tokens.length === 0) return 'FALSE';
  const found = `w.tokens @@ ${bind(toTsQuery(word, fields))}::tsquery`;
  if (tokens.length === 1) return `(${found})`;
  const adjacent = bind(` ${tokens.join(' ')}${prefix ? '' : ' '}`);
  const inBody = fields === 'all' ? ` OR strpos(w.body, ${adjacent}) > 0` : '';
  return `(${found} AND (strpos(w.head, ${adjacent}) > 0${inBody}))`;
}

/** The condition that an article has all words of any of these topics. */
export function topicsCondition(topics: readonly (readonly QueryWord[])[], bindings: Pick<Bindings, 'bind'>): string {
  const one = (words: readonly QueryWord[]) => words.map((word) => wordCondition(word, 'all', bindings)).join(' AND ');
  return `(${topics.map((words) => `(${one(words)})`).join(' OR ')})`;
}

/** A query word as a tsquery. */
export function toTsQuery({ tokens, prefix }: QueryWord, fields: Fields = 'all'): string {
  const weights = fields === 'head' ? 'AB' : '';
  const label = (isLast: boolean) => `${prefix && isLast ? '*' : ''}${weights}`;
  return tokens
    .map((token, at) => {
      const end = label(at === tokens.length - 1);
      return `${quoteToken(token)}${end === '' ? '' : `:${end}`}`;
    })
    .join(' & ');
}
