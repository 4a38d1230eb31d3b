import { beforeEach, describe, expect, it } from 'vitest';
import { prepareArticle } from '../../src/library/prepared-article.ts';
import { readQuery } from '../../src/library/query.ts';
import type { LibraryStore, ParsedFile } from '../../src/library/store.ts';
import { type ArticleOverrides, makeArticle } from '../fakes/article.ts';

/** When every file is read. */
export const AT = '2024-05-01T08:00:00.000Z';
const URL = 'https://example.org/a';

/** A file with an article; `bytes` identifies its bytes. */
export function captured(file: string, told: ArticleOverrides, { bytes = file, at = AT } = {}): ParsedFile {
  return {
    file,
    size: 1,
    mtimeMs: 1,
    parserVersion: 'r',
    capture: { bytes, article: prepareArticle(makeArticle(told)), at },
  };
}

/** A file that was refused. */
export function refused(file: string): ParsedFile {
  const refusal = { code: 'no-address', message: 'No address.', line: 2, at: AT };
  return { file, size: 1, mtimeMs: 1, parserVersion: 'r', refusal };
}

const idOf = (url: string) => makeArticle({ url }).id;

/** The contract of every library store. */
export function libraryStoreContract(create: () => LibraryStore | Promise<LibraryStore>): void {
  let store: LibraryStore;
  beforeEach(async () => {
    store = await create();
  });

  async function titles(words: string, match: 'every' | 'some' = 'every'): Promise<string[]> {
    return (await store.search(await readQuery(words), match, 10)).map(({ title }) => title);
  }

  describe('versions', () => {
    const early = { url: URL, title: 'Early', stampedAt: '2024-01-01T00:00:00.000Z' };
    const late = { url: URL, title: 'Late', stampedAt: '2024-02-01T00:00:00.000Z' };
    const shown = async () => (await store.article(idOf(URL)))?.title;
    const listed = async () => (await store.versions(idOf(URL))).map(({ title, file }) => [title, file]);

    it.each([
      ['in order', [captured('1.md', early), captured('2.md', late)]],
      ['the later one first', [captured('2.md', late), captured('1.md', early)]],
    ])('show the newer stamp and list the earlier, saved %s', async (_name, readings) => {
      for (const reading of readings) await store.save([reading]);
      expect(await shown()).toBe('Late');
      expect(await listed()).toEqual([
        ['Late', '2.md'],
        ['Early', '1.md'],
      ]);
      expect((await store.articleVersion(idOf(URL), 2))?.title).toBe('Early');
      expect(await store.articleVersion(idOf(URL), 3)).toBeUndefined();
      expect(await store.size()).toBe(1);
      expect(await titles('late')).toEqual(['Late']);
      expect(await titles('early')).toEqual([]);
    });

    it('are ordered by arrival if there is no stamp', async () => {
      await store.save([captured('z.md', { url: URL, title: 'First' }, { at: '2024-05-01T00:00:00.000Z' })]);
      await store.save([captured('a.md', { url: URL, title: 'Second' }, { at: '2024-05-02T00:00:00.000Z' })]);
      expect(await listed()).toEqual([
        ['Second', 'a.md'],
        ['First', 'z.md'],
      ]);
    });

    it('do not include the same bytes in another file', async () => {
      await store.save([captured('b.md', early, { bytes: 'x' }), captured('a.md', early, { bytes: 'x' })]);
      expect(await listed()).toEqual([['Early', 'a.md']]);
    });

    it('do not include the same content with a later stamp', async () => {
      await store.save([captured('1.md', early), captured('2.md', { ...early, stampedAt: late.stampedAt })]);
      expect(await store.versions(idOf(URL))).toMatchObject([{ stampedAt: early.stampedAt, file: '1.md' }]);
    });

    it('include content that came back, whenever the one between is saved', async () => {
      const again = { ...early, stampedAt: '2024-03-01T00:00:00.000Z' };
      await store.save([captured('1.md', early), captured('3.md', again)]);
      await store.save([captured('2.md', late)]);
      expect(await listed()).toEqual([
        ['Early', '3.md'],
        ['Late', '2.md'],
        ['Early', '1.md'],
      ]);
    });

    it('show the content that a file was reverted to', async () => {
      const [one, two] = [
        { url: URL, title: 'One' },
        { url: URL, title: 'Two' },
      ];
      await store.save([captured('a.md', one, { bytes: '1', at: '2024-05-01T00:00:00.000Z' })]);
      await store.save([captured('a.md', two, { bytes: '2', at: '2024-05-02T00:00:00.000Z' })]);
      await store.save([captured('a.md', one, { bytes: '1', at: '2024-05-03T00:00:00.000Z' })]);
      expect(await shown()).toBe('One');
    });

    it('are replaced if a new parser parses the same bytes differently', async () => {
      await store.save([captured('a.md', { url: URL, title: 'Bad' }, { bytes: 'x' })]);
      await store.save([captured('a.md', { url: URL, title: 'Good' }, { bytes: 'x', at: '2025-01-01T00:00:00.000Z' })]);
      expect(await store.versions(idOf(URL))).toMatchObject([{ title: 'Good', addedAt: AT }]);
      expect(await titles('good')).toEqual(['Good']);
      expect(await titles('bad')).toEqual([]);
    });

    it('leave no old article if a new parser finds another address', async () => {
      await store.save([captured('a.md', { url: URL, title: 'Lost' }, { bytes: 'x' })]);
      await store.save([captured('a.md', { url: 'https://example.org/b', title: 'Found' }, { bytes: 'x' })]);
      expect(await store.article(idOf(URL))).toBeUndefined();
      expect(await titles('lost')).toEqual([]);
      expect(await store.size()).toBe(1);
    });

    it('return the whole article unchanged', async () => {
      const told = { url: URL, title: '拜登 "x"\u0000\n', authors: ['冯兆音'], sections: [[null, 'a\nb'] as const] };
      await store.save([captured('a.md', told)]);
      expect(await store.article(idOf(URL))).toEqual(makeArticle(told));
    });
  });

  describe('lists', () => {
    const url = (name: string) => `https://${name}.example/`;
    const names = async (page: Partial<Parameters<LibraryStore['newest']>[0]>) => {
      const { total, entries } = await store.newest({ offset: 0, limit: 100, ...page });
      return [total, entries.map(({ title }) => title).join(' ')];
    };

    it('are ordered by publication, else stamp, else arrival; a date without a time is the start of its day', async () => {
      await store.save([
        captured('1', { url: url('a'), title: 'published', publishedAt: '2024-03-02T00:00:00.001Z' }),
        captured('2', { url: url('b'), title: 'day', publishedAt: '2024-03-02' }),
        captured('3', { url: url('c'), title: 'stamped', stampedAt: '2024-03-01T12:00:00.000Z', publishedAt: null }),
        captured('4', { url: url('d'), title: 'added' }, { at: '2024-02-01T00:00:00.000Z' }),
        captured(
          '5',
          { url: url('e'), title: 'unreadable', publishedAt: 'gestern' },
          { at: '2024-01-01T00:00:00.000Z' },
        ),
      ]);
      expect(await names({})).toEqual([5, 'published day stamped added unreadable']);
      expect(await names({ sinceMs: Date.parse('2024-03-02') })).toEqual([2, 'published day']);
      expect(await names({ offset: 1, limit: 2 })).toEqual([5, 'day stamped']);
      expect(await names({ offset: 9 })).toEqual([5, '']);
      expect(await names({ source: 'c.example' })).toEqual([1, 'stamped']);
      expect(await names({ source: 'c.example', sinceMs: Date.parse('2024-03-02') })).toEqual([0, '']);
    });

    it('contain when the first version was added', async () => {
      await store.save([captured('1', { url: URL, title: 'a' }, { at: '2024-01-01T00:00:00.000Z' })]);
      await store.save([captured('2', { url: URL, title: 'b' }, { at: '2024-02-01T00:00:00.000Z' })]);
      expect((await store.newest({ offset: 0, limit: 1 })).entries).toMatchObject([
        { title: 'b', addedAt: '2024-01-01T00:00:00.000Z' },
      ]);
    });

    it('count the articles of sources, the largest first', async () => {
      await store.save([
        captured('1', { url: 'https://b.example/1' }),
        captured('2', { url: 'https://a.example/1' }),
        captured('3', { url: 'https://c.example/1' }),
        captured('4', { url: 'https://www.c.example/2' }),
      ]);
      expect(await store.sources()).toEqual([
        { source: 'c.example', articles: 2 },
        { source: 'a.example', articles: 1 },
        { source: 'b.example', articles: 1 },
      ]);
    });
  });

  describe('a search', () => {
    beforeEach(async () => {
      await store.save([
        captured('1', {
          url: 'https://example.org/1',
          title: '海峡两岸的对话',
          sections: [
            [null, '新任总统拜登谈到台湾问题。'],
            ['中华人民共和国的立场', '外交部发言人回应。'],
          ],
        }),
        captured('2', {
          url: 'https://example.org/2',
          title: '臺灣的選舉',
          sections: [[null, '選民在週六投票，軟體出了錯。']],
        }),
        captured('3', {
          url: 'https://example.org/3',
          title: 'Café society: élections',
          sections: [[null, 'The Straße was full. COVID-19 and G7峰会 met, Biden spoke.']],
        }),
        captured('4', {
          url: 'https://example.org/4',
          title: 'שָׁלוֹם أحمد',
          sections: [[null, 'ひらがなとカタカナ 삼성전자']],
        }),
      ]);
    });

    it.each([
      ['台湾', ['臺灣的選舉', '海峡两岸的对话']],
      ['臺灣', ['臺灣的選舉', '海峡两岸的对话']],
      ['选举', ['臺灣的選舉']],
      ['拜登', ['海峡两岸的对话']],
      ['人民', ['海峡两岸的对话']],
      ['共和国', ['海峡两岸的对话']],
      ['拜登台湾', ['海峡两岸的对话']],
      ['外交部 拜登', ['海峡两岸的对话']],
      ['拜登 选民', []],
      ['峡', ['海峡两岸的对话']],
      ['cafe', ['Café society: élections']],
      ['CAFÉ', ['Café society: élections']],
      ['strasse', ['Café society: élections']],
      ['soci', ['Café society: élections']],
      ['soci bid', []],
      ['bid soci', []],
      ['society bid', ['Café society: élections']],
      ['covid-19', ['Café society: élections']],
      ['g7', ['Café society: élections']],
      ['Ｇ７峰會', ['Café society: élections']],
      ['שלום', ['שָׁלוֹם أحمد']],
      ['احمد', ['שָׁלוֹם أحمد']],
      ['カタ', ['שָׁלוֹם أحمد']],
      ['전자', ['שָׁלוֹם أحمد']],
    ])('finds %s', async (words, found) => {
      expect(await titles(words)).toEqual(found);
    });

    it('finds articles with some of the words on request', async () => {
      expect((await titles('拜登 选民', 'some')).sort()).toEqual(['海峡两岸的对话', '臺灣的選舉'].sort());
    });

    it.each([
      '"',
      '""',
      '*',
      'AND',
      'a AND',
      'NEAR(a b)',
      'title:台湾',
      '-台湾',
      '^x',
      "'; DROP TABLE articles; --",
      '(',
      '{',
    ])('treats %s as words, never as syntax', async (words) => {
      await expect(titles(words)).resolves.toBeInstanceOf(Array);
      expect(await store.size()).toBe(4);
    });

    it('finds titles before texts, however often a short text has the words', async () => {
      const filler = Array.from({ length: 4000 }, (_, at) => `w${at}`).join(' ');
      await store.save([
        captured('5', { url: 'https://example.org/5', title: 'Quay ferry', sections: [[null, filler]] }),
        captured('6', { url: 'https://example.org/6', title: 'Boats', sections: [[null, 'quay ferry '.repeat(30)]] }),
      ]);
      expect(await titles('quay ferry')).toEqual(['Quay ferry', 'Boats']);
      expect((await store.search(await readQuery('quay ferry'), 'every', 1)).map(({ title }) => title)).toEqual([
        'Quay ferry',
      ]);
    });

    it('finds titles with every word before short articles with one of them in the title', async () => {
      const filler = Array.from({ length: 4000 }, (_, at) => `w${at}`).join(' ');
      await store.save([
        captured('5', { url: 'https://example.org/5', title: 'Quay ferry', sections: [[null, filler]] }),
        captured('6', { url: 'https://example.org/6', title: 'Quay', sections: [[null, 'Ferry.']] }),
      ]);
      expect(await titles('quay ferry')).toEqual(['Quay ferry', 'Quay']);
    });

    it('returns at most the limit, and nothing for no words', async () => {
      expect(await store.search(await readQuery('台湾'), 'every', 1)).toHaveLength(1);
      expect(await store.search([], 'every', 5)).toEqual([]);
      expect(await store.search([], 'some', 5)).toEqual([]);
    });
  });
}
