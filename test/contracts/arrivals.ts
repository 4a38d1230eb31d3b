import { beforeEach, describe, expect, it } from 'vitest';
import { createArrivals, type Selected } from '../../src/library/arrivals.ts';
import type { LibraryStore } from '../../src/library/stores.ts';
import { captured } from './library-store.ts';

const ALL = { after: 0, upTo: 1000 };
const PAGE = { offset: 0, limit: 100 };

/** What every store of a library promises of what came into it. */
export function arrivalsContract(create: () => LibraryStore): void {
  let store: LibraryStore;
  beforeEach(() => {
    store = create();
  });

  async function came(selected: Partial<Selected> = {}, span = ALL, page = PAGE): Promise<[number, string]> {
    const selection = { sources: [], topics: [], without: [], ...selected };
    const { total, entries } = await createArrivals(store).between(span, selection, page);
    return [total, entries.map(({ title }) => title).join(' ')];
  }

  const article = (title: string, told: object = {}) => ({ url: `https://example.org/${title}`, title, ...told });
  const keep = (title: string, told: object = {}) => store.keep([captured(title, article(title, told))]);

  describe('as what came', () => {
    it('counts articles, not captures, from nothing', async () => {
      expect(await store.position()).toBe(0);
      await keep('a');
      await keep('b');
      await store.keep([captured('other', { ...article('a'), title: 'A' })]);
      expect(await store.position()).toBe(2);
      expect((await came())[0]).toBe(2);
    });

    it('goes by when they came into the library, whenever they were published', async () => {
      await keep('early', { publishedAt: '2024-03-01T00:00:00.000Z' });
      const position = await store.position();
      await keep('late', { publishedAt: '2020-01-01T00:00:00.000Z' });
      await keep('newest', { publishedAt: '2024-03-02T00:00:00.000Z' });
      expect(await came({}, { after: position, upTo: await store.position() })).toEqual([2, 'newest late']);
      expect(await came({}, { after: 0, upTo: position })).toEqual([1, 'early']);
      expect(await came({}, { after: position, upTo: position })).toEqual([0, '']);
    });

    it('gives a page, and how many there are in all', async () => {
      for (const day of [1, 2, 3, 4]) await keep(`${day}`, { publishedAt: `2024-03-0${day}T00:00:00.000Z` });
      expect(await came({}, ALL, { offset: 1, limit: 2 })).toEqual([4, '3 2']);
    });

    it('never gives a position twice, even where the newest article vanished', async () => {
      await keep('a');
      await store.keep([captured('x', article('lost'), { bytes: 'x' })]);
      expect(await store.position()).toBe(2);
      // A better reader finds another address in it.
      await store.keep([captured('x', article('found'), { bytes: 'x' })]);
      expect(await store.position()).toBe(3);
      expect(await came({}, { after: 2, upTo: 3 })).toEqual([1, 'found']);
      await store.keep([captured('x', article('a'), { bytes: 'x' })]);
      expect(await store.position()).toBe(3);
      await keep('b');
      expect(await came({}, { after: 3, upTo: await store.position() })).toEqual([1, 'b']);
    });

    it('does not come again as a new version', async () => {
      await keep('a', { stampedAt: '2024-01-01T00:00:00.000Z' });
      await store.keep([captured('2', { ...article('a'), title: 'changed', stampedAt: '2024-02-01T00:00:00.000Z' })]);
      expect(await store.position()).toBe(1);
      expect(await came()).toEqual([1, 'changed']);
    });
  });

  describe('as a selection of what came', () => {
    beforeEach(async () => {
      const from = (url: string, title: string, text = '') =>
        captured(url, { url, title, publishedAt: null, sections: [[null, text]] }, { at: '2024-05-01T00:00:00.000Z' });
      await store.keep([
        from('https://www.bbc.com/1', 'bbc', '拜登谈到台湾问题。'),
        from('https://news.bbc.co.uk/2', 'news', 'The art of war. Climate policy changed.'),
        from('https://bbcnews.example/3', 'bbcnews', 'An article about warm weather.'),
        from('https://example.org/4', 'example', '臺灣的選舉, and the change of climate'),
      ]);
    });

    const titles = async (selected: Partial<Selected>) => (await came(selected))[1].split(' ').sort().join(' ');

    it.each<[string, Partial<Selected>, string]>([
      ['everything', {}, 'bbc bbcnews example news'],
      ['a host', { sources: ['bbc.com'] }, 'bbc'],
      ['a host with www', { sources: ['WWW.BBC.com'] }, 'bbc'],
      ['an address', { sources: ['https://www.bbc.com/zhongwen?x=1'] }, 'bbc'],
      ['a bare name', { sources: ['bbc'] }, 'bbc news'],
      ['several sources', { sources: [' example.org ', 'bbc.com', 'nobody.example'] }, 'bbc example'],
      ['no part of a host name', { sources: ['bb', 'co.uk'] }, ''],
      ['a topic', { topics: ['台湾'] }, 'bbc example'],
      ['any of several topics', { topics: ['war', '拜登'] }, 'bbc news'],
      ['all words of a topic', { topics: ['climate change'] }, 'example'],
      ['whole words only', { topics: ['art', 'war'] }, 'news'],
      ['a topic from a source', { topics: ['台湾'], sources: ['bbc'] }, 'bbc'],
      ['all without a word', { without: ['台湾'] }, 'bbcnews news'],
      ['all without any of some words', { without: ['war', 'climate change'] }, 'bbc bbcnews'],
      ['a topic without a word', { topics: ['台湾', 'weather'], without: ['選舉'] }, 'bbc bbcnews'],
      ['what words leave that say nothing', { topics: ['…', ''], without: ['!'] }, 'bbc bbcnews example news'],
      ['words, never syntax', { topics: ['war" OR "台湾', 'NOT', '*', '-x', "'"], without: ['title:x', '('] }, ''],
    ])('gives %s', async (_name, selected, expected) => {
      expect(await titles(selected)).toBe(expected);
    });

    it('takes hundreds of topics and sources', async () => {
      const many = Array.from({ length: 400 }, (_, at) => `word${at} other`);
      const sources = many.map((_, at) => `source${at}.example`);
      expect(await titles({ topics: [...many, 'war'], without: many, sources: [...sources, 'bbc'] })).toBe('news');
    });
  });
}
