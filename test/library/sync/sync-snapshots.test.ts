import { beforeEach, describe, expect, it } from 'vitest';
import type { LibraryStore } from '../../../src/library/store.ts';
import { StoreError } from '../../../src/library/store-error.ts';
import { UnreadableFile } from '../../../src/library/sync/snapshot-folder.ts';
import { type SyncOptions, type SyncProgress, syncSnapshots } from '../../../src/library/sync/sync-snapshots.ts';
import { MAX_SNAPSHOT_BYTES } from '../../../src/snapshot/decode.ts';
import { createFakeLibraryStore } from '../../fakes/library-store.ts';
import { createFakeFolder, type FakeFolder, parseName } from '../../fakes/snapshot-folder.ts';

const AT = '2024-05-01T08:00:00.000Z';

let store: LibraryStore;
/** How many readings came at a time. */
let batches: number[];

beforeEach(() => {
  batches = [];
  const fake = createFakeLibraryStore();
  store = {
    ...fake,
    async save(readings) {
      await fake.save(readings);
      batches.push(readings.length);
    },
  };
});

function read(folder: FakeFolder, options: Partial<SyncOptions> = {}) {
  const now = () => new Date(AT);
  return syncSnapshots({ store, folder, parse: parseName, parserVersion: 'r', now, ...options });
}

const numbered = (count: number) =>
  createFakeFolder(Object.fromEntries(Array.from({ length: count }, (_, number) => [`${number}.md`, `a${number}`])));

async function titles(): Promise<string[]> {
  return (await store.newest({ offset: 0, limit: 1000 })).entries.map(({ title }) => title).sort();
}

describe('a sync', () => {
  it('adds every article of the folder to the library', async () => {
    const folder = createFakeFolder({ 'b.md': 'tide', 'deep/a.md': 'bus' });
    expect(await read(folder)).toMatchObject({ files: 2, read: 2, refused: 0, missing: 0 });
    expect(await titles()).toEqual(['bus', 'tide']);
    expect(await store.refusals()).toEqual([]);
    expect((await store.newest({ offset: 0, limit: 1 })).entries).toMatchObject([{ addedAt: AT }]);
  });

  it('has nothing to do in an empty folder', async () => {
    expect(await read(createFakeFolder())).toMatchObject({ files: 0, read: 0, refused: 0, missing: 0 });
    expect(batches).toEqual([]);
  });

  it('saves in batches of files', async () => {
    await read(numbered(60));
    expect(batches).toEqual([50, 10]);
    expect(await store.size()).toBe(60);
  });

  it('saves smaller batches of large files', async () => {
    const folder = numbered(5);
    for (const file of folder.files.values()) file.size = 3 * 1024 * 1024;
    await read(folder);
    expect(batches).toEqual([2, 2, 1]);
  });

  it('parses only a few files ahead of the store', async () => {
    const folder = numbered(300);
    const ahead: number[] = [];
    const save = store.save;
    store.save = async (readings) => {
      ahead.push(folder.opened.length);
      await save(readings);
    };
    await read(folder);
    const [first] = ahead;
    expect(first).toBeGreaterThanOrEqual(50);
    expect(first).toBeLessThan(200);
  });

  it('matches results with files in any order of completion', async () => {
    const folder = numbered(40);
    const waiting: (() => void)[] = [];
    // The last one asked for is answered first.
    const parse: SyncOptions['parse'] = (bytes) =>
      new Promise((resolve) => {
        waiting.push(() => resolve(parseName(bytes)));
        setImmediate(() => waiting.pop()?.());
      });
    await read(folder, { parse });
    for (const number of [0, 17, 39]) {
      const [article] = await store.search([{ tokens: [`a${number}`], prefix: false }], 'every', 5);
      expect(await store.versions(article?.id ?? '')).toMatchObject([{ file: `${number}.md` }]);
    }
  });

  it('reports its progress', async () => {
    const folder = createFakeFolder({ 'a.md': 'tide', 'b.md': 'refused', 'c.md': undefined, 'd.md': 'bus' });
    const told: SyncProgress[] = [];
    await read(folder, { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([
      { done: 1, total: 4, refused: 0, file: 'a.md' },
      { done: 2, total: 4, refused: 1, file: 'b.md' },
      { done: 3, total: 4, refused: 1, file: 'c.md' },
      { done: 4, total: 4, refused: 1, file: 'd.md' },
    ]);
  });
});

describe('a file that is no article', () => {
  it('is recorded with the reason and the line, and does not stop others', async () => {
    const folder = createFakeFolder({ 'a.md': 'refused', 'b.md': 'tide' });
    expect(await read(folder)).toMatchObject({ files: 2, read: 2, refused: 1, missing: 0 });
    expect(await store.refusals()).toEqual([
      { file: 'a.md', code: 'no-address', message: 'There is no address.', line: 2, at: AT },
    ]);
    expect(await titles()).toEqual(['tide']);
  });

  it('is not parsed again, and stays recorded', async () => {
    const folder = createFakeFolder({ 'a.md': 'refused' });
    await read(folder);
    expect(await read(folder)).toMatchObject({ files: 1, read: 0, refused: 0, missing: 0 });
    expect(folder.opened).toEqual(['a.md']);
    expect(await store.refusals()).toHaveLength(1);
  });

  it('is refused without opening if it is too large', async () => {
    const folder = createFakeFolder({ 'a.md': 'tide', 'b.md': 'bus' });
    folder.files.set('a.md', { content: 'tide', size: MAX_SNAPSHOT_BYTES + 1 });
    folder.files.set('b.md', { content: 'bus', size: MAX_SNAPSHOT_BYTES });
    expect(await read(folder)).toMatchObject({ read: 2, refused: 1 });
    expect(await store.refusals()).toMatchObject([{ file: 'a.md', code: 'too-large', line: null }]);
    expect(folder.opened).toEqual(['b.md']);
  });

  it('is skipped if it was deleted, and parsed once it is back', async () => {
    const folder = createFakeFolder({ 'a.md': undefined, 'b.md': 'tide' });
    expect(await read(folder)).toMatchObject({ files: 2, read: 1, refused: 0, missing: 0 });
    expect(await store.refusals()).toEqual([]);
    expect(await store.fileRecords(['a.md'])).toEqual([undefined]);
    folder.files.set('a.md', { content: 'bus' });
    expect(await read(folder)).toMatchObject({ read: 1 });
    expect(await titles()).toEqual(['bus', 'tide']);
  });

  it('is tried again at each sync if it cannot be read', async () => {
    const folder = createFakeFolder({ 'a.md': new UnreadableFile('It may not be read.'), 'b.md': 'tide' });
    folder.files.set('c.md', { content: 'bus', size: 4 });
    expect(await read(folder)).toMatchObject({ read: 3, refused: 1 });
    expect(await store.refusals()).toMatchObject([{ code: 'unreadable', message: 'It may not be read.', line: null }]);
    expect(await read(folder)).toMatchObject({ read: 1, refused: 1 });
    // A permission changes neither size nor time.
    folder.files.set('a.md', { content: 'night', size: 0 });
    expect(await read(folder)).toMatchObject({ read: 1, refused: 0 });
    expect(await store.refusals()).toEqual([]);
    expect(await titles()).toEqual(['bus', 'night', 'tide']);
  });

  it('is recorded as an internal error if the parser throws', async () => {
    const folder = createFakeFolder({ 'a.md': 'fatal', 'b.md': 'tide' });
    expect(await read(folder)).toMatchObject({ read: 2, refused: 1 });
    expect(await store.refusals()).toMatchObject([
      { file: 'a.md', code: 'failed', message: expect.stringContaining('A fault.') as string },
    ]);
    expect(await titles()).toEqual(['tide']);
  });

  it('is refused alone if the store fails on it, and the others are saved', async () => {
    const { save } = store;
    store.save = async (readings) => {
      if (readings.some((one) => 'capture' in one && one.capture.article.entry.title === 'odd'))
        throw new RangeError('Too deep.');
      await save(readings);
    };
    const folder = createFakeFolder({ 'a.md': 'night', 'b.md': 'odd', 'c.md': 'refused', 'd.md': 'tide' });
    expect(await read(folder)).toMatchObject({ read: 4, refused: 2 });
    expect(await store.refusals()).toMatchObject([
      { file: 'b.md', code: 'failed', message: 'This program failed to read it: Too deep.' },
      { file: 'c.md' },
    ]);
    expect(await titles()).toEqual(['night', 'tide']);
  });

  it('is no longer refused once it is fixed', async () => {
    const folder = createFakeFolder({ 'a.md': 'refused' });
    await read(folder);
    folder.files.set('a.md', { content: 'mended' });
    await read(folder);
    expect(await store.refusals()).toEqual([]);
    expect(await titles()).toEqual(['mended']);
  });
});

describe('an interrupted sync', () => {
  it('stops between two files when aborted, saves what it has parsed, and continues the next time', async () => {
    const folder = numbered(200);
    const stop = new AbortController();
    const onProgress = ({ done }: SyncProgress) => {
      if (done === 30) stop.abort();
    };
    expect(await read(folder, { signal: stop.signal, onProgress })).toMatchObject({ files: 200, read: 30 });
    expect(await store.size()).toBe(30);
    expect(folder.opened.length).toBeLessThan(200);
    expect(await read(folder)).toMatchObject({ files: 200, read: 170, refused: 0, missing: 0 });
    expect(await titles()).toHaveLength(200);
  });

  it('reads nothing if it was aborted before the start', async () => {
    const folder = numbered(3);
    expect(await read(folder, { signal: AbortSignal.abort() })).toMatchObject({
      files: 3,
      read: 0,
      refused: 0,
      missing: 0,
    });
    expect(folder.opened).toEqual([]);
  });

  it('rejects if the store fails midway, and loses no saved batch', async () => {
    const folder = numbered(200);
    const save = store.save;
    const full = new StoreError('full', 'state.sqlite: the disk is full.');
    store.save = async (readings) => {
      if (batches.length === 2) throw full;
      await save(readings);
    };
    await expect(read(folder)).rejects.toBe(full);
    expect(await store.size()).toBe(100);
    store.save = save;
    expect(await read(folder)).toMatchObject({ files: 200, read: 100, refused: 0, missing: 0 });
    expect(await store.size()).toBe(200);
  });
});
