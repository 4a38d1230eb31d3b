import { expect, it } from 'vitest';
import { newestBetween } from '../../src/library/newest-between.ts';
import { makeArticle } from '../fakes/article.ts';
import { createFakeLibrary } from '../fakes/library.ts';

const library = createFakeLibrary(
  [1, 2, 3, 4, 5].map((day) =>
    makeArticle({ url: `https://a.example/${day}`, title: `Day ${day}`, stampedAt: `2024-05-0${day}T00:00:00.000Z` }),
  ),
);
const day = (number: number) => new Date(`2024-05-0${number}T00:00:00.000Z`);

it('finds the articles of a period, without its end', async () => {
  const found = await newestBetween(library, { from: day(2), until: day(5) }, { offset: 0, limit: 10 });
  expect(found.total).toBe(3);
  expect(found.entries.map(({ title }) => title)).toEqual(['Day 4', 'Day 3', 'Day 2']);
});

it('has pages', async () => {
  const found = await newestBetween(library, { from: day(1), until: day(5) }, { offset: 2, limit: 1 });
  expect(found).toMatchObject({ total: 4, entries: [{ title: 'Day 2' }] });
});
