import { articleId } from '../../src/article/address.ts';
import type { Article, Section } from '../../src/article/article.ts';

/** The values of an article that matter to a test. `sections` are pairs of heading and text, the first without heading. */
export interface ArticleOverrides extends Partial<Omit<Article, 'sections'>> {
  url: string;
  sections?: readonly (readonly [title: string | null, text: string])[];
}

/** A small article, with some values replaced. */
export function makeArticle({ sections = [[null, '']], ...overrides }: ArticleOverrides): Article {
  return {
    id: articleId(overrides.url),
    source: new URL(overrides.url).host.replace(/^www\./, ''),
    title: 'Untitled',
    language: null,
    direction: 'ltr',
    summary: '',
    stampedAt: null,
    publishedAt: overrides.stampedAt ?? null,
    authors: [],
    ...overrides,
    sections: sections.map(makeSection),
  };
}

function makeSection([title, text]: readonly [string | null, string], number: number): Section {
  return {
    number,
    anchor: null,
    title,
    depth: title === null ? 0 : 2,
    from: title === null ? 'lead' : 'heading',
    authors: [],
    text: text.split('\n').map((line) => ({ kind: 'paragraph', spans: [{ text: line }] })),
    summary: text.slice(0, 40),
    images: [],
    links: [],
    media: [],
  };
}
