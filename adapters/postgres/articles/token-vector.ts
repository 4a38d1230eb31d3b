import type { IndexedText } from '../../../src/library/indexed-text.ts';

/** How the search index keeps an article. */
export interface TokenVector {
  /** A tsvector: titles have the weight A, headings B (https://www.postgresql.org/docs/current/datatype-textsearch.html). */
  tokens: string;
  /** The tokens in order, each between spaces, to tell whether they are adjacent: a tsvector knows only the first places. */
  head: string;
  body: string;
}

/** A tsvector has at most 1 MiB. The end of a text with more different words is not found. */
const MAX_VECTOR_BYTES = 900_000;
/** More do not change the rank. */
const MAX_POSITIONS = 12;
const MAX_POSITION = 16_383;
const OVERHEAD_BYTES = 8 + 2 * MAX_POSITIONS;
/** Between fields, so that the end of one and the start of the next are not adjacent. */
const BOUNDARY = ' | ';

/** Converts the search tokens of an article. */
export function toTokenVector({ title, headings, text }: IndexedText): TokenVector {
  const found = new Map<string, string[]>();
  let bytes = 0;
  let position = 0;
  const add = (field: string, weight: 'A' | 'B' | '') => {
    for (const token of field.split(' ')) {
      if (token === '') continue;
      position += 1;
      const positions = found.get(token);
      if (positions === undefined) {
        bytes += Buffer.byteLength(token) + OVERHEAD_BYTES;
        if (bytes > MAX_VECTOR_BYTES) continue;
        found.set(token, [toPosition(position, weight)]);
      } else if (positions.length < MAX_POSITIONS) positions.push(toPosition(position, weight));
    }
  };
  add(title, 'A');
  add(headings, 'B');
  add(text, '');
  const tokens = [...found].map(([token, positions]) => `${quoteToken(token)}:${positions.join(',')}`).join(' ');
  return { tokens, head: ` ${title}${BOUNDARY}${headings} `, body: ` ${text} ` };
}

/** Quotes a token, so that nothing in it is syntax of a tsvector or tsquery. */
export function quoteToken(token: string): string {
  return `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

function toPosition(position: number, weight: string): string {
  return `${Math.min(position, MAX_POSITION)}${weight}`;
}
