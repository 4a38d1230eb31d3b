import { beforeEach, describe, expect, it } from 'vitest';
import { readQuery } from '../../src/library/query.ts';
import type { LibraryStore } from '../../src/library/store.ts';
import { makeArticle } from '../fakes/article.ts';
import { AT, captured, refused } from './library-store.ts';

const URL = 'https://example.org/a';
const idOf = (url: string) => makeArticle({ url }).id;

/** The contract of every library store on the files that it was read from. */
export function libraryFilesContract(create: () => LibraryStore | Promise<LibraryStore>): void {
  let store: LibraryStore;
  beforeEach(async () => {
    store = await create();
  });
  const titles = async (words: string) =>
    (await store.search(await readQuery(words), 'every', 10)).map(({ title }) => title);

  describe('file records', () => {
    it('are returned in the requested order', async () => {
      await store.save([captured('b.md', { url: URL }), refused('a.md')]);
      expect(await store.fileRecords(['a.md', 'never.md', 'b.md'])).toEqual([
        { file: 'a.md', size: 1, mtimeMs: 1, parserVersion: 'r', missedAtMs: null },
        undefined,
        { file: 'b.md', size: 1, mtimeMs: 1, parserVersion: 'r', missedAtMs: null },
      ]);
      expect((await Array.fromAsync(store.files())).map(({ file }) => file).sort()).toEqual(['a.md', 'b.md']);
    });

    it('list refusals until the file is fixed or deleted', async () => {
      await store.save([refused('a.md'), refused('b.md'), refused('c.md')]);
      await store.save([captured('a.md', { url: URL })]);
      await store.forget(['b.md', 'never.md']);
      expect(await store.refusals()).toEqual([
        { file: 'c.md', code: 'no-address', message: 'No address.', line: 2, at: AT },
      ]);
    });

    it('are streamed by the start of their names', async () => {
      await store.save(['a.md', 'in/b.md', 'in/c.md', 'inside.md', 'j.md'].map(refused));
      const names = async (prefix: string) =>
        (await Array.fromAsync(store.files(prefix))).map(({ file }) => file).sort();
      expect(await names('in/')).toEqual(['in/b.md', 'in/c.md']);
      expect(await names('nothing')).toEqual([]);
    });

    it('include files of another kind, without a refusal', async () => {
      await store.save([refused('a.md')]);
      await store.save([{ file: 'a.md', size: 2, mtimeMs: 2, parserVersion: 'r', isSnapshot: false }]);
      expect(await store.fileRecords(['a.md'])).toMatchObject([{ size: 2 }]);
      expect(await store.refusals()).toEqual([]);
    });

    it('say since when a file is missed, until it is read again', async () => {
      await store.save([captured('a.md', { url: URL, title: 'Kept' }), refused('b.md')]);
      await store.markMissed(['a.md', 'b.md', 'never.md'], new Date(5));
      expect(await store.fileRecords(['a.md', 'never.md'])).toMatchObject([{ missedAtMs: 5 }, undefined]);
      expect(await store.refusals()).toEqual([]);
      expect(await titles('kept')).toEqual(['Kept']);
      await store.save([captured('a.md', { url: URL, title: 'Kept' })]);
      expect(await store.fileRecords(['a.md'])).toMatchObject([{ missedAtMs: null }]);
    });

    it('leave the article of a file that was refused later', async () => {
      await store.save([captured('a.md', { url: URL, title: 'Kept' })]);
      await store.save([refused('a.md')]);
      expect((await store.article(idOf(URL)))?.title).toBe('Kept');
      expect(await titles('kept')).toEqual(['Kept']);
    });
  });

  describe('a forgotten file', () => {
    const early = { url: URL, title: 'Early', stampedAt: '2024-01-01T00:00:00.000Z' };
    const late = { url: URL, title: 'Late', stampedAt: '2024-02-01T00:00:00.000Z' };

    it('takes its article along', async () => {
      await store.save([captured('a.md', early), captured('b.md', { url: 'https://example.org/b', title: 'Other' })]);
      await store.forget(['a.md']);
      expect(await store.fileRecords(['a.md'])).toEqual([undefined]);
      expect(await store.article(idOf(URL))).toBeUndefined();
      expect(await titles('early')).toEqual([]);
      expect((await store.newest({ offset: 0, limit: 9 })).entries.map(({ title }) => title)).toEqual(['Other']);
    });

    it('takes the earlier contents of the file along', async () => {
      await store.save([captured('a.md', early, { bytes: '1' })]);
      await store.save([captured('a.md', late, { bytes: '2' })]);
      await store.forget(['a.md']);
      expect(await store.versions(idOf(URL))).toEqual([]);
      expect(await store.size()).toBe(0);
    });

    it('leaves the article if another file has the same bytes, as after a move', async () => {
      await store.save([captured('a.md', early, { bytes: 'x' }), captured('moved/a.md', early, { bytes: 'x' })]);
      await store.forget(['a.md']);
      expect((await store.article(idOf(URL)))?.title).toBe('Early');
      await store.forget(['moved/a.md']);
      expect(await store.size()).toBe(0);
    });

    it('shows the version of another file', async () => {
      await store.save([captured('1.md', early), captured('2.md', late)]);
      await store.forget(['2.md']);
      expect((await store.article(idOf(URL)))?.title).toBe('Early');
      expect(await titles('early')).toEqual(['Early']);
      expect(await titles('late')).toEqual([]);
    });

    it('shows large earlier versions too', async () => {
      const urls = [URL, 'https://example.org/b', 'https://example.org/c'];
      const large = (url: string) => ({
        ...early,
        url,
        sections: [['Pier', `dawn ${'word '.repeat(120_000)}`] as const],
      });
      await store.save(urls.map((url, at) => captured(`early${at}.md`, large(url))));
      await store.save(urls.map((url, at) => captured(`late${at}.md`, { ...late, url })));
      expect(await titles('dawn')).toEqual([]);
      await store.forget(['late0.md', 'late1.md']);
      expect(await titles('dawn')).toEqual(['Early', 'Early']);
      expect(await titles('late')).toEqual(['Late']);
      expect((await store.article(idOf(URL)))?.sections.at(-1)?.title).toBe('Pier');
      expect((await store.newest({ offset: 0, limit: 9 })).entries.map(({ title }) => title).sort()).toEqual([
        'Early',
        'Early',
        'Late',
      ]);
    });

    it('arrives anew if it is saved again', async () => {
      await store.save([captured('a.md', early)]);
      const before = await store.position();
      await store.forget(['a.md']);
      await store.save([captured('a.md', early, { at: '2024-05-09T00:00:00.000Z' })]);
      expect(await store.position()).toBe(before + 1);
      expect((await store.newest({ offset: 0, limit: 1 })).entries).toMatchObject([
        { addedAt: '2024-05-09T00:00:00.000Z' },
      ]);
    });
  });
}
