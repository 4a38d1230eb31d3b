import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { linesOf } from '../../fixtures/lines.ts';
import { read } from '../../fixtures/snapshot.ts';

const TEXT = [
  'It rains.',
  'The ferry waits.',
  'Nobody knows why.',
  'The crew has tea.',
  'A gull sleeps.',
  'It is noon.',
];
const PARAGRAPHS = TEXT.map((line) => `<p>${line}</p>`);

/** An article of six paragraphs with something after the third. */
function withInside(html: string): Article {
  return read([...PARAGRAPHS.slice(0, 3), html, ...PARAGRAPHS.slice(3)].join(''));
}

describe('a paragraph that is only a teaser', () => {
  it.each([
    ['a headline of the site', '<p><a href="/news/the-old-pier-fell">The old pier fell into the sea</a></p>', 1],
    [
      'a headline in bold capitals',
      '<p><strong><a href="https://www.example.org/news/2021/fog">FOG CLOSES ALL HARBOURS FOR A WEEK</a></strong></p>',
      1,
    ],
    ['a question', '<p><a href="/a/why-ferries-wait-1911">Why do the ferries wait so long?</a></p>', 1],
    ['a Chinese headline', '<p><a href="/2021/05/03/4711.html">旧码头塌入海中 渡轮全部停航</a></p>', 1],
    [
      'a topic and a headline',
      '<p><a href="/harbour/">Harbour</a> / <a href="/a/pier-fell-today">The pier fell</a></p>',
      2,
    ],
  ])('becomes a related link: %s', (_kind, html, count) => {
    const article = withInside(html);
    expect(linesOf(article)).toEqual(TEXT);
    expect(article.sections[0]?.links.map(({ role }) => role)).toEqual(Array(count).fill('related'));
  });

  it.each([
    ['a sentence', '<p><a href="/news/the-old-pier-fell">The old pier fell into the sea.</a></p>'],
    ['a few words', '<p><a href="/news/the-old-pier-fell">The old pier</a></p>'],
    ['another site', '<p><a href="https://example.com/the-old-pier-fell">The old pier fell into the sea</a></p>'],
    ['a topic', '<p><a href="/harbour/">All the news of the harbour</a></p>'],
    ['what a list follows', '<p><a href="/a/why-ferries-wait-1911">渡轮公司昨天给出了停航的理由</a>：</p>'],
    ['the source of a quotation', '<p>——<a href="/a/why-ferries-wait-1911">渡轮公司昨天给出了停航的理由</a></p>'],
    [
      'what the line above announces',
      '<p>Read what she wrote:</p><p><a href="/a/the-pier-fell">The old pier fell into the sea</a></p>',
    ],
  ])('stays text if it is not: %s', (_kind, html) => {
    expect(linesOf(withInside(html)).length).toBeGreaterThan(TEXT.length);
  });

  it('stays text in a list of recommended reading', () => {
    const entry = (at: number) =>
      `<p><a href="/a/the-pier-fell-${at}">The old pier fell into the sea</a></p><p>Worth reading.</p>`;
    const html = `<p>It rains.</p>${[1, 2, 3, 4].map(entry).join('')}`;
    expect(linesOf(read(html))).toHaveLength(9);
  });
});
