import { expect, it } from 'vitest';
import { openDatabase } from '../../../adapters/sqlite/database.ts';
import { createLibraryStore } from '../../../adapters/sqlite/library-store.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import { createSuggest } from '../../../src/arguments/suggest/suggest.ts';
import { createLibrary } from '../../../src/library/library.ts';
import { prepareArticle } from '../../../src/library/prepared-article.ts';
import { fold } from '../../../src/text/terms/fold.ts';
import { strictRows } from '../../fakes/row-reader.ts';
import { articles, bus, strait } from '../../fixtures/articles.ts';

/** Suggestions from the library as it is kept. */
async function open() {
  const store = createLibraryStore(openDatabase(':memory:', { migrations: MIGRATIONS }), strictRows);
  const at = new Date(0).toISOString();
  await store.save(
    articles.map((article) => {
      const known = { file: `${article.id}.md`, size: 1, mtimeMs: 0, parserVersion: 'test' };
      return { ...known, capture: { bytes: article.id, article: prepareArticle(article), at } };
    }),
  );
  return createSuggest(createLibrary(store), fold);
}

it.each([
  ['the id', strait.id, strait.id],
  ['the id in capitals', bus.id.toUpperCase(), bus.id],
  ['a word of the title', 'bus', bus.id],
  ['a title that is typed up to the middle of a word', 'night bus: the peo', bus.id],
  ['a Chinese word of the title', '复航', strait.id],
  ['a Chinese title that is typed up to the middle of a word', '海峡渡轮复航：两岸码', strait.id],
  ['two characters of a longer word', '峡渡', strait.id],
  ['a heading', '船长想要什么', strait.id],
  ['a heading that is typed up to the middle of a word', '船长想要什', strait.id],
  ['the other way of writing Chinese', '海峽渡輪', strait.id],
])('suggests first the article that is named by %s', async (_what, typed, id) => {
  expect((await (await open()).articles(typed, 25))[0]?.value).toBe(id);
});

it('suggests sections by what is typed of their heading', async () => {
  const suggest = await open();
  const sections = await suggest.sections({
    typed: '船长想',
    given: { article: strait.id },
    language: 'zh-CN',
    limit: 25,
  });
  expect(sections.map(({ label }) => label)).toEqual([expect.stringContaining('船长想要什么')]);
});
