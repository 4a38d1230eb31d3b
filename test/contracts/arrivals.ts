import { beforeEach, describe, expect, it } from 'vitest';
import { articleId } from '../../src/article/address.ts';
import { createArrivals } from '../../src/library/arrivals.ts';
import type { Selection } from '../../src/library/selection.ts';
import type { ArrivalRange, LibraryStore } from '../../src/library/store.ts';
import { captured } from './library-store.ts';

const ALL = { after: 0, upTo: 1000 };
const PAGE = { offset: 0, limit: 100 };

/** The contract of every library store for arrivals. */
export function arrivalsContract(create: () => LibraryStore | Promise<LibraryStore>): void {
  let store: LibraryStore;
  beforeEach(async () => {
    store = await create();
  });

  async function arrivals(
    selected: Partial<Selection> = {},
    span: ArrivalRange = ALL,
    page = PAGE,
  ): Promise<[number, string]> {
    const selection = { sources: [], topics: [], without: [], ...selected };
    const { total, entries } = await createArrivals(store).between(span, selection, page);
    return [total, entries.map(({ title }) => title).join(' ')];
  }

  const article = (title: string, fields: object = {}) => ({ url: `https://example.org/${title}`, title, ...fields });
  const add = (title: string, fields: object = {}) => store.save([captured(title, article(title, fields))]);

  describe('arrivals', () => {
    it('are counted by article, not by capture, from 0', async () => {
      expect(await store.position()).toBe(0);
      await add('a');
      await add('b');
      await store.save([captured('other', { ...article('a'), authors: ['Ann'] })]);
      expect(await store.position()).toBe(2);
      expect((await arrivals())[0]).toBe(2);
    });

    it('are those added after a position, whenever they were published', async () => {
      await add('early', { publishedAt: '2024-03-01T00:00:00.000Z' });
      const position = await store.position();
      await add('late', { publishedAt: '2020-01-01T00:00:00.000Z' });
      await add('newest', { publishedAt: '2024-03-02T00:00:00.000Z' });
      expect(await arrivals({}, { after: position, upTo: await store.position() })).toEqual([2, 'newest late']);
      expect(await arrivals({}, { after: 0, upTo: position })).toEqual([1, 'early']);
      expect(await arrivals({}, { after: position, upTo: position })).toEqual([0, '']);
    });

    it('leave out backfill, but not what was there before it was marked, nor its updates', async () => {
      await add('there');
      const ids = ['there', 'old'].map((title) => articleId(article(title).url));
      await store.markBackfill(ids);
      await store.markBackfill(ids);
      await add('old');
      const position = await store.position();
      expect(await arrivals()).toEqual([1, 'there']);
      expect((await arrivals({}, { ...ALL, withBackfill: true }))[0]).toBe(2);
      await store.save([
        captured('edited', { ...article('old'), title: 'renamed', stampedAt: '2031-01-01T00:00:00.000Z' }),
      ]);
      const range = { after: position, upTo: await store.position(), withUpdates: true };
      expect(await arrivals({}, range)).toEqual([1, 'renamed']);
    });

    it('are returned in pages with the total', async () => {
      for (const day of [1, 2, 3, 4]) await add(`${day}`, { publishedAt: `2024-03-0${day}T00:00:00.000Z` });
      expect(await arrivals({}, ALL, { offset: 1, limit: 2 })).toEqual([4, '3 2']);
    });

    it('never use a position twice, even if the newest article was removed', async () => {
      await add('a');
      await store.save([captured('x', article('lost'), { bytes: 'x' })]);
      expect(await store.position()).toBe(2);
      // A new version of the parser finds another address in it.
      await store.save([captured('x', article('found'), { bytes: 'x' })]);
      expect(await store.position()).toBe(3);
      expect(await arrivals({}, { after: 2, upTo: 3 })).toEqual([1, 'found']);
      await store.save([captured('x', article('a'), { bytes: 'x' })]);
      expect(await store.position()).toBe(3);
      await add('b');
      expect(await arrivals({}, { after: 3, upTo: await store.position() })).toEqual([1, 'b']);
    });

    it('do not include a new version of an earlier article', async () => {
      await add('a', { stampedAt: '2024-01-01T00:00:00.000Z' });
      await store.save([captured('2', { ...article('a'), title: 'changed', stampedAt: '2024-02-01T00:00:00.000Z' })]);
      expect(await arrivals()).toEqual([1, 'changed']);
    });
  });

  describe('updates', () => {
    const text = 'The first ferry of the year left at dawn. Nobody was on it but the crew, and a dog.';
    const early = { stampedAt: '2024-01-01T00:00:00.000Z', sections: [[null, text] as const] };
    const later = { ...early, stampedAt: '2024-02-01T00:00:00.000Z' };
    const again = (file: string, fields: object) => store.save([captured(file, { ...article('a'), ...fields })]);
    const updated = async (after: number, selected: Partial<Selection> = {}) => {
      const selection = { sources: [], topics: [], without: [], ...selected };
      const span = { after, upTo: await store.position(), withUpdates: true };
      const { total, entries } = await createArrivals(store).between(span, selection, PAGE);
      return [total, ...entries.map((entry) => `${entry.updated ? 'updated ' : ''}${entry.title}`)];
    };

    it('are articles with a new title or much new text, after the new articles, newest first, each once', async () => {
      await add('a', early);
      await add('b', { ...early, publishedAt: '2030-01-01T00:00:00.000Z' });
      const position = await store.position();
      await again('2', { ...later, title: 'another title' });
      await again('3', { ...later, stampedAt: '2024-03-01T00:00:00.000Z', title: 'and another' });
      const b = { ...article('b'), ...later, publishedAt: '2030-01-01T00:00:00.000Z' };
      await store.save([captured('4', { ...b, sections: [[null, `${text} It barked at the gulls all the way.`]] })]);
      await add('c');
      expect(await updated(position)).toEqual([3, 'c', 'updated b', 'updated and another']);
      expect(await arrivals({}, { after: position, upTo: await store.position() })).toEqual([1, 'c']);
      expect(await updated(await store.position())).toEqual([0]);
    });

    it('do not include articles added in the same range', async () => {
      await add('a', early);
      await again('2', { ...later, title: 'another title' });
      expect(await updated(0)).toEqual([1, 'another title']);
    });

    it('do not include small changes, earlier versions, or the same bytes parsed again', async () => {
      await add('a', later);
      const position = await store.position();
      await again('2', {
        ...later,
        stampedAt: '2024-03-01T00:00:00.000Z',
        sections: [[null, text.replace('dog', 'cat')]],
      });
      await again('3', { ...early, title: 'what it was before' });
      await store.save([captured('2', { ...article('a'), ...later, title: 'read better' })]);
      expect(await store.position()).toBe(position);
      expect(await updated(position)).toEqual([0]);
    });

    it('include the second of two changes that are saved together', async () => {
      await add('a', early);
      const position = await store.position();
      const next = { ...article('a'), ...later, sections: [[null, text.replace('dog', 'cat')] as const] };
      const last = { ...next, stampedAt: '2024-03-01T00:00:00.000Z', sections: [[null, 'It sank.'] as const] };
      await store.save([captured('2', next), captured('3', last)]);
      expect(await updated(position)).toEqual([1, 'updated a']);
    });

    it('do not include small changes that are saved together', async () => {
      await add('a', early);
      const position = await store.position();
      const small = (file: string, stampedAt: string, words: string) =>
        captured(file, { ...article('a'), stampedAt, sections: [[null, `${text} ${words}`]] });
      await store.save([
        small('2', '2024-02-01T00:00:00.000Z', 'It'),
        small('3', '2024-03-01T00:00:00.000Z', 'It barked.'),
      ]);
      expect(await updated(position)).toEqual([0]);
    });

    it('include a file that was reverted', async () => {
      await store.save([captured('f', article('a'), { bytes: '1', at: '2024-05-01T00:00:00.000Z' })]);
      await store.save([
        captured('f', { ...article('a'), title: 'b' }, { bytes: '2', at: '2024-05-02T00:00:00.000Z' }),
      ]);
      const position = await store.position();
      await store.save([captured('f', article('a'), { bytes: '1', at: '2024-05-03T00:00:00.000Z' })]);
      expect(await updated(position)).toEqual([1, 'updated a']);
    });

    it('match the selection', async () => {
      await add('a', early);
      const position = await store.position();
      await again('2', { ...later, title: 'another title' });
      expect(await updated(position, { topics: ['ferry'], sources: ['example.org'] })).toEqual([
        1,
        'updated another title',
      ]);
      expect(await updated(position, { topics: ['goat'] })).toEqual([0]);
      expect(await updated(position, { without: ['crew'] })).toEqual([0]);
      expect(await updated(position, { sources: ['example.com'] })).toEqual([0]);
    });
  });

  describe('a selection of arrivals', () => {
    beforeEach(async () => {
      const from = (url: string, title: string, text = '') =>
        captured(url, { url, title, publishedAt: null, sections: [[null, text]] }, { at: '2024-05-01T00:00:00.000Z' });
      await store.save([
        from('https://www.bbc.com/1', 'bbc', '拜登谈到台湾问题。'),
        from('https://news.bbc.co.uk/2', 'news', 'The art of war. Climate policy changed.'),
        from('https://bbcnews.example/3', 'bbcnews', 'An article about warm weather.'),
        from('https://example.org/4', 'example', '臺灣的選舉, and the change of climate'),
      ]);
    });

    const titles = async (selected: Partial<Selection>) => (await arrivals(selected))[1].split(' ').sort().join(' ');

    it.each<[string, Partial<Selection>, string]>([
      ['everything', {}, 'bbc bbcnews example news'],
      ['a host', { sources: ['bbc.com'] }, 'bbc'],
      ['a host with www', { sources: ['WWW.BBC.com'] }, 'bbc'],
      ['an address', { sources: ['https://www.bbc.com/zhongwen?x=1'] }, 'bbc'],
      ['a bare name', { sources: ['bbc'] }, 'bbc news'],
      ['several sources', { sources: [' example.org ', 'bbc.com', 'nobody.example'] }, 'bbc example'],
      ['no part of a host name', { sources: ['bb', 'co.uk'] }, ''],
      ['a topic', { topics: ['台湾'] }, 'bbc example'],
      ['any of several topics', { topics: ['war', '拜登'] }, 'bbc news'],
      ['words of a topic side by side', { topics: ['climate policy'] }, 'news'],
      ['no words of a topic that stand apart', { topics: ['climate change'] }, ''],
      ['whole words only', { topics: ['art', 'war'] }, 'news'],
      ['plurals of a topic', { topics: ['wars', 'the policies'] }, 'news'],
      ['all without the plurals of a word', { without: ['articles', 'wars'] }, 'bbc example'],
      ['a topic from a source', { topics: ['台湾'], sources: ['bbc'] }, 'bbc'],
      ['all without a word', { without: ['台湾'] }, 'bbcnews news'],
      ['all without any of some words', { without: ['war', 'change of climate'] }, 'bbc bbcnews'],
      ['a topic without a word', { topics: ['台湾', 'weather'], without: ['選舉'] }, 'bbc bbcnews'],
      ['what words leave that say nothing', { topics: ['…', ''], without: ['!'] }, 'bbc bbcnews example news'],
      ['words, never syntax', { topics: ['war" OR "台湾', 'NOT', '*', '-x', "'"], without: ['title:x', '('] }, ''],
    ])('matches %s', async (_name, selected, expected) => {
      expect(await titles(selected)).toBe(expected);
    });

    it('may have hundreds of topics and sources', async () => {
      const many = Array.from({ length: 400 }, (_, at) => `word${at} other`);
      const sources = many.map((_, at) => `source${at}.example`);
      expect(await titles({ topics: [...many, 'war'], without: many, sources: [...sources, 'bbc'] })).toBe('news');
    });
  });
}
