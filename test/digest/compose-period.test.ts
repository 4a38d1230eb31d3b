import { expect, it } from 'vitest';
import { composePeriod } from '../../src/digest/compose-period.ts';
import { makeArticle } from '../fakes/article.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { raise } from '../fakes/raise.ts';

const at = (hour: number) => new Date(Date.UTC(2024, 4, 1, 0) + hour * 3_600_000);
const articles = Array.from({ length: 14 }, (_, hour) =>
  makeArticle({ url: `https://example.org/${hour}`, title: `At ${hour}`, stampedAt: at(hour).toISOString() }),
);

function compose(page: number) {
  const period = { from: at(1), until: at(13) };
  return composePeriod(createFakeLibrary(articles), { period, style: 'brief', page, title: 'May', report: raise });
}

it('has what was published in the period, newest first, in pages', async () => {
  const first = await compose(1);
  expect(first).toMatchObject({ title: 'May', style: 'brief', isFallback: false, total: 12, first: 1, since: null });
  expect(first.items.map(({ title }) => title)).toEqual(Array.from({ length: 10 }, (_, back) => `At ${12 - back}`));
  const second = await compose(2);
  expect(second).toMatchObject({ total: 12, first: 11 });
  expect(second.items.map(({ title }) => title)).toEqual(['At 2', 'At 1']);
});

it('is dated with the end of the period, and leads to all of it', async () => {
  expect(await compose(1)).toMatchObject({
    date: '2024-05-01T13:00:00.000Z',
    commands: { everything: '/digest 2024-05-01T01:00:00.000Z full', rest: '/articles' },
  });
});
