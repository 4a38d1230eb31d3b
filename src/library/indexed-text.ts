import type { Article } from '../article/article.ts';
import { titleTokensOf, tokensOf } from '../text/tokenize.ts';
import { startOfText } from './content.ts';

/** The search tokens of an article, separated by spaces, in fields of different rank. */
export interface IndexedText {
  title: string;
  headings: string;
  text: string;
}

/** How much of an article is searchable, in UTF-16 units: a novel, which SQLite indexes in half a second. */
const MAX_INDEXED_UNITS = 500_000;
const MAX_HEADING_UNITS = 50_000;

/** The search tokens that an article is indexed by. The end of a very long text is not indexed. */
export function indexedTextOf({ title, authors, sections }: Article): IndexedText {
  const headings = sections.flatMap((section) => section.title ?? []).join('\n');
  const names = authors.join('\n').slice(0, MAX_HEADING_UNITS);
  return {
    title: titleTokensOf(title.slice(0, MAX_HEADING_UNITS)),
    headings: titleTokensOf(headings.slice(0, MAX_HEADING_UNITS)),
    text: [names, ...startOfText(sections, MAX_INDEXED_UNITS)].map(tokensOf).join(' '),
  };
}
