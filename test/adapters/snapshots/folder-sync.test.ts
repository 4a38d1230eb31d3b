import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFolderSync } from '../../../adapters/snapshots/folder-sync.ts';
import { createFakeLibraryStore } from '../../fakes/library-store.ts';
import { putFiles, temporaryFolder } from '../../fixtures/temporary-folder.ts';

const snapshot = (name: string) => `[${name}](https://example.org/${name})\n------\n\n<p>Text of ${name}.</p>\n`;

it('brings a library up to date with what comes into a folder, changes and goes', async () => {
  const place = await temporaryFolder({ 'one.md': snapshot('one') });
  const store = createFakeLibraryStore();
  const warnings: string[] = [];
  let minute = 0;
  const sync = createFolderSync([{ name: '', path: place, setting: 'SNAPSHOTS_DIR' }], {
    store,
    now: () => new Date(Date.now() + minute * 60_000),
    warn: (line) => warnings.push(line),
  });
  const look = () => {
    minute += 1;
    return sync.run();
  };
  expect(await look()).toMatchObject({ files: 1, read: 1, refused: 0, missing: 0 });
  await putFiles(place, { 'deep/two.md': snapshot('two'), 'one.md': snapshot('other one'), 'three.md': 'no address' });
  expect(await look()).toMatchObject({ files: 3, read: 3, refused: 1, missing: 0 });
  await rm(join(place, 'three.md'));
  expect(await look()).toMatchObject({ files: 2, read: 0, refused: 0, missing: 1 });
  expect((await store.newest({ offset: 0, limit: 9 })).entries.map(({ title }) => title).sort()).toEqual([
    'one',
    'other one',
    'two',
  ]);
  await rm(place, { recursive: true });
  expect(await look()).toMatchObject({ files: 0, read: 0, refused: 0, missing: 0 });
  expect(await look()).toMatchObject({ files: 0, read: 0, refused: 0, missing: 0 });
  expect(warnings).toEqual([expect.stringContaining('No snapshots are read. Check SNAPSHOTS_DIR.')]);
  await mkdir(place);
  await putFiles(place, { 'four.md': snapshot('four') });
  expect(await look()).toMatchObject({ files: 1, read: 1 });
});
