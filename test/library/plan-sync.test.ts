import { beforeEach, describe, expect, it } from 'vitest';
import { planSync } from '../../src/library/plan-sync.ts';
import type { LibraryStore } from '../../src/library/store.ts';
import { captured, refused } from '../contracts/library-store.ts';
import { createFakeLibraryStore } from '../fakes/library-store.ts';
import { createFakeFolder, type FakeFolder } from '../fakes/snapshot-folder.ts';

const READER = 'r';

let store: LibraryStore;
beforeEach(() => {
  store = createFakeLibraryStore();
});

async function plan(folder: FakeFolder, parserVersion = READER) {
  const { files, gone, toRead } = await planSync({ store, folder, parserVersion });
  return { files, gone, toRead: toRead.map(({ file }) => file) };
}

/** A file as `captured` has it: a byte long, changed at 1. */
const untouched = { content: 'x', mtimeMs: 1 };
const one = { url: 'https://example.org/one' };

describe('the files to read', () => {
  it('are all in a new folder, in its order', async () => {
    const folder = createFakeFolder({ 'z.md': 'x', 'a/b.md': 'x', 'a.md': 'x' });
    expect(await plan(folder)).toEqual({ files: 3, gone: 0, toRead: ['z.md', 'a/b.md', 'a.md'] });
  });

  it('are none if nothing has changed, refused files included', async () => {
    await store.save([captured('a.md', one), refused('b.md')]);
    const folder = createFakeFolder();
    folder.files.set('a.md', untouched).set('b.md', untouched);
    expect(await plan(folder)).toEqual({ files: 2, gone: 0, toRead: [] });
    expect(folder.opened).toEqual([]);
  });

  it.each([
    ['longer', { content: 'xx', mtimeMs: 1 }],
    ['emptied', { content: '', mtimeMs: 1 }],
    ['saved later', { content: 'x', mtimeMs: 1.5 }],
    ['put back from an older copy', { content: 'x', mtimeMs: 0.5 }],
  ])('are those that are %s, and no other', async (_name, file) => {
    await store.save([captured('a.md', one), captured('b.md', one)]);
    const folder = createFakeFolder();
    folder.files.set('a.md', file).set('b.md', untouched);
    expect(await plan(folder)).toEqual({ files: 2, gone: 0, toRead: ['a.md'] });
  });

  it('are all again for another parser version', async () => {
    await store.save([captured('a.md', one), refused('b.md')]);
    const folder = createFakeFolder();
    folder.files.set('a.md', untouched).set('b.md', untouched);
    expect((await plan(folder, 'a better one')).toRead).toEqual(['a.md', 'b.md']);
  });

  it('include a moved file at its new path', async () => {
    await store.save([captured('a.md', one)]);
    const folder = createFakeFolder();
    folder.files.set('moved/a.md', untouched);
    expect(await plan(folder)).toEqual({ files: 1, gone: 1, toRead: ['moved/a.md'] });
  });

  it('are found among thousands of files', async () => {
    const names = Array.from({ length: 2300 }, (_, number) => `${number}.md`);
    await store.save(names.map((name) => captured(name, one)));
    const folder = createFakeFolder();
    for (const name of names) folder.files.set(name, untouched);
    folder.files.set('1777.md', { content: 'changed' }).set('new.md', { content: 'new' }).delete('499.md');
    expect(await plan(folder)).toEqual({ files: 2300, gone: 1, toRead: ['1777.md', 'new.md'] });
  });
});

describe('deleted files', () => {
  const known = async () => (await Array.fromAsync(store.files())).map(({ file }) => file).sort();

  beforeEach(() => store.save([captured('a.md', one), refused('b.md'), refused('in/c.md'), captured('in/d.md', one)]));

  it('are forgotten with their refusals; the articles stay', async () => {
    const folder = createFakeFolder();
    folder.files.set('in/d.md', untouched);
    expect(await plan(folder)).toEqual({ files: 1, gone: 3, toRead: [] });
    expect(await known()).toEqual(['in/d.md']);
    expect(await store.refusals()).toEqual([]);
    expect(await store.size()).toBe(1);
  });

  it('are forgotten if the folder is empty', async () => {
    expect(await plan(createFakeFolder())).toEqual({ files: 0, gone: 4, toRead: [] });
    expect(await known()).toEqual([]);
  });

  it('do not include files in a subfolder that cannot be read', async () => {
    const folder = createFakeFolder();
    folder.unreadable.add('in');
    expect(await plan(folder)).toEqual({ files: 0, gone: 2, toRead: [] });
    expect(await known()).toEqual(['in/c.md', 'in/d.md']);
    expect((await store.refusals()).map(({ file }) => file)).toEqual(['in/c.md']);
  });

  it('are not counted twice', async () => {
    await plan(createFakeFolder());
    expect((await plan(createFakeFolder())).gone).toBe(0);
  });
});
