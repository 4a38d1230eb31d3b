import type { Article } from '../article/article.ts';
import { titleTokensOf, tokensOf } from '../text/tokenize.ts';
import { sectionText } from './content.ts';

/** The search tokens of an article, separated by spaces, in fields of different rank. */
export interface IndexedText {
  title: string;
  headings: string;
  text: string;
}

/** The search tokens that an article is indexed by. */
export function indexedTextOf({ title, authors, sections }: Article): IndexedText {
  return {
    title: titleTokensOf(title),
    headings: titleTokensOf(sections.flatMap((section) => section.title ?? []).join('\n')),
    text: [authors.join('\n'), ...sections.map(sectionText)].map(tokensOf).join(' '),
  };
}
