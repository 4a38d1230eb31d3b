import { expect, it } from 'vitest';
import { readLibrary } from '../../../adapters/process/read-library.ts';
import { StoreError } from '../../../src/library/store-error.ts';
import type { LibrarySync } from '../../../src/library/sync/sync.ts';
import type { SyncReport } from '../../../src/library/sync/sync-snapshots.ts';
import { createTranslator } from '../../../src/locales/translator.ts';

const report: SyncReport = { files: 3, missing: 0, gone: 0, unsettled: 0, read: 3, refused: 0 };

/** What reading logs, and whether all was read. */
async function read(run: () => Promise<SyncReport>, passedOver: readonly string[] = []) {
  const lines: string[] = [];
  const log = { warn: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line) };
  const createSync = (warn: (line: string) => void): LibrarySync => {
    for (const line of passedOver) warn(line);
    return { run };
  };
  const options = {
    folder: 'news',
    log,
    t: createTranslator('en'),
    describe: (error: unknown) => `failed: ${String(error)}`,
  };
  const { complete } = await readLibrary(createSync, options);
  return { lines, complete };
}

it('says nothing of a library without problems', async () => {
  expect(await read(async () => report)).toEqual({ lines: [], complete: true });
});

it('says how many snapshots could not be read; the rest is usable', async () => {
  const { lines, complete } = await read(async () => ({ ...report, refused: 2 }));
  expect([lines, complete]).toEqual([[expect.stringContaining('2 snapshots could not be read')], true]);
});

it('says that a folder is empty, but not that one is which could not be listed', async () => {
  const empty = { ...report, files: 0 };
  expect(await read(async () => empty)).toEqual({ lines: [expect.stringContaining('news')], complete: true });
  expect(await read(async () => empty, ['news: no access'])).toEqual({ lines: ['news: no access'], complete: false });
});

it('logs a store that cannot be used, and throws what is a bug', async () => {
  const failing = async () => {
    throw new StoreError('full', 'The disk is full.');
  };
  expect(await read(failing)).toEqual({ lines: [expect.stringContaining('failed: ')], complete: false });
  const bug = async () => {
    throw new TypeError('a bug');
  };
  await expect(read(bug)).rejects.toThrow('a bug');
});
