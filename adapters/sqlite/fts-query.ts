import type { QueryWord } from '../../src/library/store.ts';

/** A word of a query as FTS5 reads it. Nothing of it can be syntax: it stands in quotes (https://www.sqlite.org/fts5.html#full_text_query_syntax). */
export function toFtsQuery({ tokens, prefix }: QueryWord): string {
  return `"${tokens.join(' ').replaceAll('"', '""')}"${prefix ? ' *' : ''}`;
}
