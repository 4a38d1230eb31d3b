import { beforeEach, describe, expect, it } from 'vitest';
import { createLibrary, type Library } from '../../src/library/library.ts';
import type { LibraryStore } from '../../src/library/store.ts';
import { StoreError } from '../../src/library/store-error.ts';
import { captured, refused } from '../contracts/library-store.ts';
import { makeArticle } from '../fakes/article.ts';
import { createFakeLibraryStore } from '../fakes/library-store.ts';

let store: LibraryStore;
let library: Library;
/** How the store was searched: every word or some. */
let searches: string[];

const ferry = {
  url: 'https://www.example.org/ferry',
  title: 'The ferry',
  publishedAt: '2024-03-02T10:00:00.000Z',
  sections: [
    [null, 'Twice a day.'],
    ['The crew', 'Three people keep the engine running.'],
    ['海峡', '渡轮在春天复航。'],
  ] as const,
};
const bus = {
  url: 'https://news.example.com/bus?line=40',
  title: 'The night bus',
  publishedAt: '2024-03-01',
  sections: [[null, 'The engine is loud, twice as loud as a ferry.'] as const],
};

beforeEach(async () => {
  searches = [];
  const fake = createFakeLibraryStore();
  store = {
    ...fake,
    async search(words, match, limit) {
      searches.push(match);
      return await fake.search(words, match, limit);
    },
  };
  library = createLibrary(store);
  await store.save([captured('ferry.md', ferry), captured('bus.md', bus)]);
});

describe('a search', () => {
  const hits = async (words: string, limit = 10) =>
    (await library.search(words, limit)).map(({ entry, section }) => [entry.title, section.number, section.title]);

  it('finds articles with every word, and the section that matches best', async () => {
    expect(await hits('engine people')).toEqual([['The ferry', 1, 'The crew']]);
    expect(await hits('渡輪')).toEqual([['The ferry', 2, '海峡']]);
    expect(searches).toEqual(['every', 'every']);
  });

  it('finds the same articles without opening any', async () => {
    const closed: LibraryStore = { ...store, article: () => Promise.reject(new Error('It was opened.')) };
    const found = async (words: string) => (await createLibrary(closed).find(words, 10)).map(({ title }) => title);
    for (const words of ['engine people', 'people loud', '渡輪', 'zebra', '']) {
      expect(await found(words)).toEqual((await hits(words)).map(([title]) => title));
    }
  });

  it('returns the first section if only the title contains the words', async () => {
    expect(await hits('night bus')).toEqual([['The night bus', 0, null]]);
  });

  it('finds articles with some of the words if none has all', async () => {
    const titles = (await hits('people loud')).map(([title]) => title);
    expect(new Set(titles)).toEqual(new Set(['The ferry', 'The night bus']));
    expect(searches).toEqual(['every', 'some']);
  });

  it('does not search for some of the words if an article has all', async () => {
    expect(await hits('ferry loud')).toEqual([['The night bus', 0, null]]);
    expect(searches).toEqual(['every']);
  });

  it('does not search twice for one word', async () => {
    expect(await hits('zeppelin')).toEqual([]);
    expect(searches).toEqual(['every']);
  });

  it('finds nothing for no words, without asking the store', async () => {
    expect(await hits('?!')).toEqual([]);
    expect(searches).toEqual([]);
  });

  it('returns at most the limit', async () => {
    expect(await hits('engine', 1)).toHaveLength(1);
    expect(await hits('people loud', 1)).toHaveLength(1);
  });
});

describe('the newest', () => {
  const titles = async (page: Partial<Parameters<Library['newest']>[0]>) =>
    (await library.newest({ offset: 0, limit: 10, ...page })).entries.map(({ title }) => title);

  it('come in pages, the newest first', async () => {
    expect(await titles({})).toEqual(['The ferry', 'The night bus']);
    expect(await titles({ offset: 1 })).toEqual(['The night bus']);
    expect(await library.newest({ offset: 0, limit: 1 })).toMatchObject({
      total: 2,
      entries: [{ title: 'The ferry' }],
    });
  });

  it.each(['example.org', 'www.example.org', 'WWW.Example.ORG'])('come from a source, written %s', async (source) => {
    expect(await titles({ source })).toEqual(['The ferry']);
  });

  it('are published at or after a time', async () => {
    expect(await titles({ since: new Date(ferry.publishedAt) })).toEqual(['The ferry']);
    expect(await titles({ since: new Date(Date.parse(ferry.publishedAt) + 1) })).toEqual([]);
    expect(await titles({ since: new Date(0) })).toHaveLength(2);
  });
});

describe('an article', () => {
  it.each([
    'https://www.example.org/ferry',
    'http://example.org/ferry/',
    'https://example.org/ferry#crew',
    'https://example.org/ferry?utm_source=feed',
  ])('is found by its address in the form %s', async (url) => {
    expect((await library.articleAt(url))?.title).toBe('The ferry');
  });

  it.each(['https://example.org/fer', 'https://news.example.com/bus', 'no address', ''])(
    'is not found by %j',
    async (url) => {
      expect(await library.articleAt(url)).toBeUndefined();
    },
  );

  it('is found by its id', async () => {
    const { id } = makeArticle(ferry);
    expect(await library.article(id)).toEqual(makeArticle(ferry));
    expect(await library.article('nobody')).toBeUndefined();
  });

  it('gives its earlier versions whole', async () => {
    const { id } = makeArticle(ferry);
    const later = { ...ferry, title: 'The last ferry', sections: ferry.sections.slice(0, 2) };
    await store.save([captured('later.md', later, { at: '2024-06-01T00:00:00.000Z' })]);
    expect((await library.versions(id)).map(({ title }) => title)).toEqual(['The last ferry', 'The ferry']);
    const newest = await library.article(id);
    expect((await library.earlierVersion(id, 2))?.title).not.toBe(newest?.title);
    expect(await library.earlierVersion(id, 1)).toEqual(newest);
    expect(await library.earlierVersion(id, 3)).toBeUndefined();
    expect(await library.earlierVersion('nobody', 1)).toBeUndefined();
  });
});

describe('the library', () => {
  it('counts its articles and sources, and lists what was refused', async () => {
    await store.save([refused('broken.md')]);
    expect(await library.size()).toBe(2);
    expect((await library.sources()).map(({ source }) => source).sort()).toEqual(['example.org', 'news.example.com']);
    expect(await library.refusals()).toMatchObject([{ file: 'broken.md', code: 'no-address' }]);
  });

  it('rejects if the store is unavailable, and never reports "absent"', async () => {
    const closed = new StoreError('closed', 'state.sqlite: it is already closed.');
    const dead: LibraryStore = {
      ...store,
      search: () => Promise.reject(closed),
      article: () => Promise.reject(closed),
    };
    const lost = createLibrary(dead);
    await expect(lost.search('ferry', 5)).rejects.toBe(closed);
    await expect(lost.articleAt(ferry.url)).rejects.toBe(closed);
    await expect(lost.find('ferry', 5)).rejects.toBe(closed);
  });
});
