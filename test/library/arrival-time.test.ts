import { beforeEach, describe, expect, it } from 'vitest';
import type { LibraryStore } from '../../src/library/store.ts';
import { createLibrarySync } from '../../src/library/sync/sync.ts';
import { createLibraryUpdates, type LibraryUpdates } from '../../src/library/updates.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { createFakeLibraryStore } from '../fakes/library-store.ts';
import { createFakeFolder, type FakeFolder, parseName } from '../fakes/snapshot-folder.ts';

/** Reading a folder and a file takes this long on a slow machine. */
const SCAN_MS = 500;
const PARSE_MS = 300;
const WITHIN_MS = 5000;

let clock: FakeClock;
let store: LibraryStore;
let folder: FakeFolder;
let updates: LibraryUpdates;
let readAtMs: number[];

beforeEach(async () => {
  clock = createFakeClock();
  store = createFakeLibraryStore();
  folder = createFakeFolder({ 'old.md': 'old' });
  readAtMs = [];
  const wait = (ms: number) => new Promise<void>((done) => void clock.after(ms, done));
  const sync = createLibrarySync(
    new Map([
      [
        '',
        {
          store,
          parserVersion: 'r',
          now: () => new Date(clock.nowMs()),
          openFolder: () => ({
            ...folder,
            async *list() {
              await wait(SCAN_MS);
              yield* folder.list();
            },
          }),
          startParser: () => ({
            async parse(bytes) {
              await wait(PARSE_MS);
              return parseName(bytes);
            },
            close: async () => undefined,
          }),
          warn: () => undefined,
        },
      ],
    ]),
  );
  updates = createLibraryUpdates({
    clock,
    sync,
    folders: [''],
    onRead: async () => void readAtMs.push(clock.nowMs()),
    report(error) {
      throw error;
    },
  });
  void updates.sweep();
  await clock.pass(10_000);
  readAtMs = [];
});

/** Writes a file, as the watch of its folder sees it. */
function write(file: string, content: string): void {
  folder.files.set(file, { content, mtimeMs: clock.nowMs() });
  updates.request('');
}

/** Whether the library has it, and instant chats are served, this long after a moment. */
async function expectRead(file: string, sinceMs: number): Promise<void> {
  await clock.pass(WITHIN_MS);
  const [record] = await store.fileRecords([file]);
  expect(record).toBeDefined();
  expect(readAtMs.at(-1)).toBeLessThanOrEqual(sinceMs + WITHIN_MS);
}

describe('a file that is dropped into a folder', () => {
  it('is read, and leads to digests, within five seconds', async () => {
    const sinceMs = clock.nowMs();
    write('ferry.md', 'ferry');
    await expectRead('ferry.md', sinceMs);
  });

  it('is read within five seconds of its end if it was written slowly', async () => {
    for (const part of ['f', 'fe', 'fer', 'ferr', 'ferry']) {
      write('ferry.md', part);
      await clock.pass(600);
    }
    expect(readAtMs).toEqual([]);
    await expectRead('ferry.md', clock.nowMs() - 600);
  });

  it('is read within five seconds if the folder was just swept', async () => {
    void updates.sweep();
    await clock.pass(SCAN_MS - 1);
    const sinceMs = clock.nowMs();
    write('ferry.md', 'ferry');
    await expectRead('ferry.md', sinceMs);
  });
});
