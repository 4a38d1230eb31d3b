import { expect, it } from 'vitest';
import { pageOfSection, pagesOf } from '../../../../adapters/web/pages/article-parts.ts';
import { blockText } from '../../../../src/article/block-text.ts';
import { makeArticle } from '../../../fakes/article.ts';

const long = makeArticle({
  url: 'https://a.example/1',
  sections: [
    [null, 'one'],
    ['Second', Array.from({ length: 30 }, (_, number) => `${number} ${'x'.repeat(90)}`).join('\n')],
    ['Third', 'three'],
  ],
});

it('keeps an article of usual length on one page', () => {
  expect(pagesOf(long)).toHaveLength(1);
  expect(pagesOf(makeArticle({ url: 'https://a.example/2', sections: [] }))).toEqual([[]]);
});

it('divides a long one between its blocks, and loses none', () => {
  const pages = pagesOf(long, 1000);
  const shown = pages.flat().flatMap(({ text }) => text.map(blockText));
  expect(shown).toEqual(long.sections.flatMap(({ text }) => text.map(blockText)));
  expect(pages.length).toBeGreaterThan(5);
  for (const page of pages) expect(JSON.stringify(page).length).toBeLessThan(4000);
});

it('says where each section begins', () => {
  const pages = pagesOf(long, 1000);
  expect(pageOfSection(pages, 0)).toBe(1);
  expect(pageOfSection(pages, 1)).toBe(pages.findIndex((page) => page.some(({ number }) => number === 1)) + 1);
  expect(pageOfSection(pages, 2)).toBe(pages.length);
  expect(pageOfSection(pages, 9)).toBe(0);
});

it('marks all parts of a section but the first as continued', () => {
  const parts = pagesOf(long, 1000).flat();
  const marks = parts.filter(({ number }) => number === 1).map(({ isContinued }) => isContinued);
  expect(marks.length).toBeGreaterThan(2);
  expect(marks).toEqual(marks.map((_, at) => at > 0));
});

it('shows the pictures of a section once', () => {
  const rich = structuredClone(long);
  const image = { url: 'https://a.example/a.jpg', original: null, alt: '', caption: null, credit: null };
  rich.sections[1]?.images.push({ ...image, width: 1, height: 1, candidates: [] });
  expect(pagesOf(rich, 1000).flatMap((page) => page.flatMap(({ images }) => images))).toHaveLength(1);
});
