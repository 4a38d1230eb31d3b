import { describe, expect, it } from 'vitest';
import { createKeywords } from '../../src/library/keywords.ts';
import { captured } from '../contracts/library-store.ts';
import { type ArticleOverrides, makeArticle } from '../fakes/article.ts';
import { createFakeLibraryStore } from '../fakes/library-store.ts';

const told = (name: string, title: string, text: string): ArticleOverrides => ({
  url: `https://${name}.example/${encodeURIComponent(title)}`,
  title,
  sections: [[null, text]],
});

const FERRY = told(
  'a',
  'The ferry to Saltholm',
  'The ferry sails to Saltholm again, the harbour said. The ferry is old, and Saltholm waits.',
);
const STRIKE = told('b', 'Harbour strike', 'A strike of ferry crews, the harbour said. Saltholm is cut off.');
const TEA = told('c', 'Tea', 'Tea grows in the hills, the grower said, and more tea will.');
const CHINESE = told('d', '台灣茶農的冬天', '今天，茶農說，茶樹凍壞了。今天的茶農等著台灣的春天，今天和明天。');

async function open(articles: readonly ArticleOverrides[]) {
  const store = createFakeLibraryStore();
  await store.save(articles.map((one, at) => captured(`${at}.md`, one)));
  return createKeywords(store);
}

describe('the keywords of an article', () => {
  it('are frequent in it and rare in others', async () => {
    const { of } = await open([FERRY, STRIKE, TEA, CHINESE]);
    const words = await of(makeArticle(FERRY));
    expect(words.slice(0, 2).toSorted()).toEqual(['Saltholm', 'ferry']);
    expect(words).not.toContain('said');
  });

  it('are written as in the article, in traditional characters too, without times and common verbs', async () => {
    const { of } = await open([FERRY, STRIKE, TEA, CHINESE]);
    const words = await of(makeArticle(CHINESE));
    expect(words).toEqual(expect.arrayContaining(['茶農', '台灣']));
    expect(words).not.toContain('今天');
  });

  it('are none if no word repeats, and none is a part of another', async () => {
    const { of } = await open([FERRY, STRIKE, TEA]);
    expect(await of(makeArticle(told('e', 'x', 'Once upon a time.')))).toEqual([]);
    const parts = told('e', 'Harbours', 'The harbours and the harbour, the harbours and the harbour. Cranes, cranes.');
    const words = await of(makeArticle(parts));
    expect(words.filter((word) => /harbour/iu.test(word))).toHaveLength(1);
  });

  it('take no more time for a huge text', async () => {
    const { of } = await open([FERRY]);
    const begun = `${'Ferry to Saltholm. '.repeat(2000)}${'zebra '.repeat(100_000)}`;
    expect(await of(makeArticle(told('e', 'Long', begun)))).not.toContain('zebra');
  });
});

describe('related articles', () => {
  it('share at least two keywords, without the article itself', async () => {
    const { related } = await open([FERRY, STRIKE, TEA, CHINESE]);
    expect((await related(makeArticle(FERRY), 5)).map(({ title }) => title)).toEqual(['Harbour strike']);
    expect(await related(makeArticle(FERRY), 0)).toEqual([]);
    expect(await related(makeArticle(TEA), 5)).toEqual([]);
  });
});

describe('current topics', () => {
  const news = (site: string, n: number) => told(site, `ferry to Saltholm, ${n}`, 'The harbour waits.');

  it('are keywords that articles of several sites share', async () => {
    const { current } = await open([news('a', 1), news('a', 2), news('b', 3), TEA, CHINESE, told('x', 'q', 'z')]);
    const topics = await current(10);
    expect(topics).toEqual(expect.arrayContaining(['Saltholm', 'ferry']));
    expect(topics.some((topic) => topic === 'a')).toBe(false);
    expect(await current(1)).toHaveLength(1);
  });

  it('are computed again after an arrival, and not before', async () => {
    const store = createFakeLibraryStore();
    await store.save([captured('1', news('a', 1)), captured('2', news('b', 2)), captured('3', TEA)]);
    let reads = 0;
    const { current } = createKeywords({
      ...store,
      newest: async (page) => {
        reads += 1;
        return await store.newest(page);
      },
    });
    await current(5);
    await current(5);
    expect(reads).toBe(1);
    await store.save([captured('4', CHINESE)]);
    await current(5);
    expect(reads).toBe(2);
  });
});
