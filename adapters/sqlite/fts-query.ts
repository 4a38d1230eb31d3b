import type { QueryWord } from '../../src/library/store.ts';

/** A query word as an FTS5 string, quoted so that nothing in it is syntax (https://www.sqlite.org/fts5.html#full_text_query_syntax). */
export function toFtsQuery({ tokens, prefix }: QueryWord): string {
  return `"${tokens.join(' ').replaceAll('"', '""')}"${prefix ? ' *' : ''}`;
}
