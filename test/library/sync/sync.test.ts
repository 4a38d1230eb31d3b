import { beforeEach, describe, expect, it } from 'vitest';
import type { LibraryStore } from '../../../src/library/store.ts';
import type { SnapshotFolder } from '../../../src/library/sync/snapshot-folder.ts';
import { createLibrarySync, type LibrarySync } from '../../../src/library/sync/sync.ts';
import type { FolderSyncOptions } from '../../../src/library/sync/sync-folder.ts';
import { createFakeLibraryStore } from '../../fakes/library-store.ts';
import { createFakeFolder, type FakeFolder, parseName } from '../../fakes/snapshot-folder.ts';

const MINUTE = 60_000;

let nowMs: number;
let store: LibraryStore;
let folder: FakeFolder;
let upkeep: LibrarySync;
let scans: number;
let parsers: number;
let warnings: string[];
/** How long it takes to list the folder and to parse a file. */
let takes: { scanMs: number; parseMs: number };
let complaints: string[];

beforeEach(() => {
  nowMs = Date.parse('2024-05-01T08:00:00.000Z');
  store = createFakeLibraryStore();
  folder = createFakeFolder({ 'a.md': 'a' });
  [scans, parsers, warnings, complaints] = [0, 0, [], []];
  takes = { scanMs: 0, parseMs: 0 };
  const options: FolderSyncOptions = {
    store,
    parserVersion: 'r',
    now: () => new Date(nowMs),
    openFolder,
    startParser() {
      parsers += 1;
      return {
        parse(bytes) {
          nowMs += takes.parseMs;
          return parseName(bytes);
        },
        async close() {
          parsers -= 1;
        },
      };
    },
    warn: (line) => warnings.push(line),
  };
  upkeep = createLibrarySync(new Map([['', options]]));
});

function openFolder(warn: (line: string) => void): SnapshotFolder {
  return {
    ...folder,
    async *list() {
      scans += 1;
      nowMs += takes.scanMs;
      for (const complaint of complaints) warn(complaint);
      yield* folder.list();
    },
  };
}

async function lookLater(ms = MINUTE) {
  nowMs += ms;
  return upkeep.run();
}

describe('the sync of a library', () => {
  it('reads what is new each time', async () => {
    expect(await upkeep.run()).toMatchObject({ files: 1, read: 1, refused: 0, missing: 0 });
    folder.files.set('b.md', { content: 'b' });
    expect(await lookLater()).toMatchObject({ files: 2, read: 1 });
    expect(await lookLater()).toMatchObject({ files: 2, read: 0 });
    expect(folder.opened).toEqual(['a.md', 'b.md']);
    expect(await store.size()).toBe(2);
    expect(await store.position()).toBe(2);
  });

  it('never runs twice at once, and closes the parser after each run', async () => {
    const first = upkeep.run();
    expect(parsers).toBe(1);
    expect(await upkeep.run()).toBeUndefined();
    await first;
    expect([scans, parsers]).toEqual([1, 0]);
    expect(await lookLater()).toBeDefined();
  });

  it('runs less often if scanning takes long, however long parsing takes', async () => {
    takes = { scanMs: 2500, parseMs: 600_000 };
    await upkeep.run();
    expect(await lookLater(0)).toMatchObject({ read: 0 });
    const looks: boolean[] = [];
    for (let minute = 0; minute < 9; minute += 1) looks.push((await lookLater()) !== undefined);
    expect(looks).toEqual([false, false, true, false, false, true, false, false, true]);
  });

  it('runs at once if the clock was set back', async () => {
    takes = { scanMs: 10_000, parseMs: 0 };
    await upkeep.run();
    expect(await lookLater()).toBeUndefined();
    expect(await lookLater(-60 * MINUTE)).toBeDefined();
  });

  it('rejects on a failure, and continues with the next run', async () => {
    const { save } = store;
    store.save = () => Promise.reject(new Error('out of reach'));
    await expect(upkeep.run()).rejects.toThrow('out of reach');
    expect(parsers).toBe(0);
    store.save = save;
    expect(await lookLater()).toMatchObject({ read: 1 });
  });

  it('warns once of a skipped subfolder, and again if it recurs', async () => {
    const rounds = [
      ['x: no permission'],
      ['x: no permission', 'y: loop'],
      [],
      ['x: no permission', 'x: no permission'],
    ];
    for (const round of rounds) {
      complaints = round;
      await lookLater();
    }
    expect(warnings).toEqual(['x: no permission', 'y: loop', 'x: no permission']);
  });
});
