import { articleId } from '../../src/article/address.ts';
import type { Article, Section } from '../../src/article/article.ts';

/** What a test says of an article; the rest follows. `sections` are pairs of heading and text, the first without heading. */
export interface Told extends Partial<Omit<Article, 'sections'>> {
  url: string;
  sections?: readonly (readonly [title: string | null, text: string])[];
}

/** An article with little in it. */
export function toldArticle({ sections = [[null, '']], ...told }: Told): Article {
  return {
    id: articleId(told.url),
    source: new URL(told.url).host.replace(/^www\./, ''),
    title: 'Untitled',
    language: null,
    direction: 'ltr',
    summary: '',
    stampedAt: null,
    publishedAt: told.stampedAt ?? null,
    authors: [],
    ...told,
    sections: sections.map(toldSection),
  };
}

function toldSection([title, text]: readonly [string | null, string], number: number): Section {
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
