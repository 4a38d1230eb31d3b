/** A typed search. */
export interface SearchRequest {
  query: string;
  /** Words of articles that are not wanted. */
  unwanted: readonly string[];
  /** From 1. */
  page: number;
}

const PAGE = /\s+page:(\d{1,3})$/u;
/** A minus sign before a word or a quote, as in other search engines; one inside a word is none. */
const UNWANTED = /(?<=^|\s)[-－−](?:"([^"]+)"|“([^”]+)”|「([^」]+)」|(?=\p{L})(\S+))/gu;

/** Reads the words of a search: `ferry -sport`, with `page:2` for a later page. Words that are only unwanted are the query. */
export function readSearch(typed: string): SearchRequest {
  const page = Number(PAGE.exec(typed)?.[1] ?? 1);
  const words = typed.replace(PAGE, '').trim();
  const unwanted = [...words.matchAll(UNWANTED)].map(
    (found) => found.slice(1).find((word) => word !== undefined) ?? '',
  );
  const query = words.replaceAll(UNWANTED, ' ').replaceAll(/\s+/gu, ' ').trim();
  return query === '' ? { query: words, unwanted: [], page } : { query, unwanted, page };
}
