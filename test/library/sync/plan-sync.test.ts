import { beforeEach, describe, expect, it } from 'vitest';
import type { LibraryStore } from '../../../src/library/store.ts';
import { planSync } from '../../../src/library/sync/plan-sync.ts';
import { captured, refused } from '../../contracts/library-store.ts';
import { createFakeLibraryStore } from '../../fakes/library-store.ts';
import { createFakeFolder, type FakeFolder } from '../../fakes/snapshot-folder.ts';

const READER = 'r';

let store: LibraryStore;
beforeEach(() => {
  store = createFakeLibraryStore();
});

const HOUR = 3_600_000;
let nowMs = Date.parse('2024-05-01T08:00:00.000Z');

async function plan(folder: FakeFolder, { parserVersion = READER, keepsDeleted = false } = {}) {
  const now = () => new Date(nowMs);
  const { files, missing, gone, toRead } = await planSync({ store, folder, parserVersion, now, keepsDeleted });
  return { files, missing, gone, toRead: toRead.map(({ file }) => file) };
}

/** A file as `captured` has it: a byte long, changed at 1. */
const untouched = { content: 'x', mtimeMs: 1 };
const one = { url: 'https://example.org/one' };

describe('the files to read', () => {
  it('are all in a new folder, in its order', async () => {
    const folder = createFakeFolder({ 'z.md': 'x', 'a/b.md': 'x', 'a.md': 'x' });
    expect(await plan(folder)).toEqual({ files: 3, missing: 0, gone: 0, toRead: ['z.md', 'a/b.md', 'a.md'] });
  });

  it('are none if nothing has changed, refused files included', async () => {
    await store.save([captured('a.md', one), refused('b.md')]);
    const folder = createFakeFolder();
    folder.files.set('a.md', untouched).set('b.md', untouched);
    expect(await plan(folder)).toEqual({ files: 2, missing: 0, gone: 0, toRead: [] });
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
    expect(await plan(folder)).toEqual({ files: 2, missing: 0, gone: 0, toRead: ['a.md'] });
  });

  it('are all again for another parser version', async () => {
    await store.save([captured('a.md', one), refused('b.md')]);
    const folder = createFakeFolder();
    folder.files.set('a.md', untouched).set('b.md', untouched);
    expect((await plan(folder, { parserVersion: 'a better one' })).toRead).toEqual(['a.md', 'b.md']);
  });

  it('include a moved file at its new path', async () => {
    await store.save([captured('a.md', one)]);
    const folder = createFakeFolder();
    folder.files.set('moved/a.md', untouched);
    expect(await plan(folder)).toEqual({ files: 1, missing: 1, gone: 0, toRead: ['moved/a.md'] });
  });

  it('are found among thousands of files', async () => {
    const names = Array.from({ length: 2300 }, (_, number) => `${number}.md`);
    await store.save(names.map((name) => captured(name, one)));
    const folder = createFakeFolder();
    for (const name of names) folder.files.set(name, untouched);
    folder.files.set('1777.md', { content: 'changed' }).set('new.md', { content: 'new' }).delete('499.md');
    expect(await plan(folder)).toEqual({ files: 2300, missing: 1, gone: 0, toRead: ['1777.md', 'new.md'] });
  });
});

describe('deleted files', () => {
  const known = async () => (await Array.fromAsync(store.files())).map(({ file }) => file).sort();

  beforeEach(() => store.save([captured('a.md', one), refused('b.md'), refused('in/c.md'), captured('in/d.md', one)]));

  const gone = () => {
    const folder = createFakeFolder();
    folder.files.set('in/d.md', untouched);
    return folder;
  };

  it('are missed at first, without their refusals, and forgotten a day later', async () => {
    expect(await plan(gone())).toEqual({ files: 1, missing: 3, gone: 0, toRead: [] });
    expect(await store.refusals()).toEqual([]);
    nowMs += 24 * HOUR - 1;
    expect(await plan(gone())).toMatchObject({ missing: 3, gone: 0 });
    expect(await known()).toEqual(['a.md', 'b.md', 'in/c.md', 'in/d.md']);
    nowMs += 1;
    expect(await plan(gone())).toMatchObject({ missing: 0, gone: 3 });
    expect(await known()).toEqual(['in/d.md']);
    expect(await plan(gone())).toMatchObject({ missing: 0, gone: 0 });
  });

  it('take their articles along, but for those of another file', async () => {
    await store.save([captured('other.md', { url: 'https://example.org/other' })]);
    await plan(gone());
    expect(await store.size()).toBe(2);
    nowMs += 24 * HOUR;
    await plan(gone());
    expect(await store.size()).toBe(1);
  });

  it('are read again if they come back, and missed anew', async () => {
    await plan(gone());
    const back = gone();
    back.files.set('a.md', untouched).set('b.md', untouched);
    expect(await plan(back)).toMatchObject({ missing: 1, toRead: ['a.md', 'b.md'] });
    await store.save([captured('a.md', one), refused('b.md')]);
    nowMs += 24 * HOUR;
    expect(await plan(gone())).toMatchObject({ missing: 2, gone: 1 });
  });

  it('keep their articles on request', async () => {
    await plan(gone(), { keepsDeleted: true });
    nowMs += 1000 * HOUR;
    expect(await plan(gone(), { keepsDeleted: true })).toMatchObject({ missing: 3, gone: 0 });
    expect(await known()).toEqual(['a.md', 'b.md', 'in/c.md', 'in/d.md']);
  });

  it('are missed if the folder is empty', async () => {
    expect(await plan(createFakeFolder())).toMatchObject({ files: 0, missing: 4, gone: 0 });
  });

  it('do not include files in a subfolder that cannot be read', async () => {
    const folder = createFakeFolder();
    folder.unreadable.add('in');
    expect(await plan(folder)).toMatchObject({ files: 0, missing: 2 });
    nowMs += 24 * HOUR;
    expect(await plan(folder)).toMatchObject({ missing: 0, gone: 2 });
    expect(await known()).toEqual(['in/c.md', 'in/d.md']);
    expect((await store.refusals()).map(({ file }) => file)).toEqual(['in/c.md']);
  });
});
