import type { Article } from '../article/article.ts';
import { titleWordsOf, wordsOf } from '../text/tokenize.ts';
import { sectionText } from './content.ts';

/** The words of an article with a space between, by how much they say about it. */
export interface ArticleWords {
  title: string;
  headings: string;
  text: string;
}

/** The words an article is found by. */
export function articleWords({ title, authors, sections }: Article): ArticleWords {
  return {
    title: titleWordsOf(title),
    headings: titleWordsOf(sections.flatMap((section) => section.title ?? []).join('\n')),
    text: [authors.join('\n'), ...sections.map(sectionText)].map(wordsOf).join(' '),
  };
}
