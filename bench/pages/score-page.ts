import type { Article } from '../../src/article/article.ts';
import { EMPTY_EXTRACTION, toExtraction } from '../measure/extraction.ts';
import { compareTokens, normalise, removeRun, tokenise } from '../measure/text.ts';
import type { KnownPage } from './read-pages.ts';

/** How much of a known article was captured; null for what is not known of it. */
export interface PageScore {
  id: string;
  title: boolean | null;
  /** Whether exactly the known authors were found. */
  authors: boolean | null;
  /** Whether the day, in UTC or as the page writes it, is right, and whether the minute is. */
  day: boolean | null;
  minute: boolean | null;
  text: ReturnType<typeof compareTokens> | null;
  /** What was found, for a look at a miss. */
  found: { title: string; authors: readonly string[]; published: string | null; text: string };
}

/** Compares a captured article, undefined if there is none, with what is known of it. */
export function scorePage({ id, truth }: KnownPage, article: Article | undefined): PageScore {
  const { title = '', authors = [], publishedAt: published = null } = article ?? {};
  const { beside, text } = article === undefined ? EMPTY_EXTRACTION : toExtraction(article);
  const expected = beside.map(tokenise).reduce(removeRun, tokenise(truth.text ?? ''));
  return {
    id,
    title: truth.title ? toKey(truth.title) === toKey(title) : null,
    authors: truth.authors ? isSameSet(truth.authors, authors) : null,
    day: truth.published ? isSameDay(truth.published, published) : null,
    minute: truth.published ? toMs(truth.published, 16) === toMs(published ?? '', 16) : null,
    text: truth.text ? compareTokens(expected, tokenise(text)) : null,
    found: { title, authors, published, text },
  };
}

function toKey(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[„“”«»"‟]/gu, '"')
    .replace(/[‘’‚'`´]/gu, "'");
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one.map(toKey)).symmetricDifference(new Set(other.map(toKey))).size === 0;
}

function isSameDay(expected: string, found: string | null): boolean {
  if (found === null) return false;
  return (
    found.startsWith(expected.slice(0, 10)) || new Date(toMs(expected, 16)).toISOString().startsWith(found.slice(0, 10))
  );
}

/** Milliseconds since 1970, from the first characters of a local time and its zone. */
function toMs(text: string, chars: number): number {
  const zone = /(?:Z|[+-]\d\d:\d\d)$/.exec(text)?.[0] ?? 'Z';
  return Date.parse(`${text.slice(0, chars).replace(' ', 'T')}${zone}`);
}
