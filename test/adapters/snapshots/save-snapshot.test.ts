import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveSnapshot } from '../../../adapters/snapshots/save-snapshot.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gazette-save-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('saveSnapshot', () => {
  it('creates the folders and replaces an older file', async () => {
    const path = await saveSnapshot(join(folder, 'new'), { name: 'a.example/one.md', text: 'first' });
    expect(await readFile(path, 'utf8')).toBe('first');
    expect(await saveSnapshot(join(folder, 'new'), { name: 'a.example/one.md', text: 'second' })).toBe(path);
    expect(await readFile(path, 'utf8')).toBe('second');
    expect(await readdir(join(folder, 'new/a.example'))).toEqual(['one.md']);
  });

  it('leaves nothing behind if it fails', async () => {
    await saveSnapshot(folder, { name: 'taken.md/inside.md', text: 'x' });
    await expect(saveSnapshot(folder, { name: 'taken.md', text: 'y' })).rejects.toThrow(
      /EISDIR|ENOTEMPTY|EEXIST|ENOTDIR|EPERM/u,
    );
    await writeFile(join(folder, 'file'), 'x');
    await expect(saveSnapshot(folder, { name: 'file/one.md', text: 'y' })).rejects.toThrow(
      /EISDIR|ENOTEMPTY|EEXIST|ENOTDIR|EPERM/u,
    );
    expect((await readdir(folder)).sort()).toEqual(['file', 'taken.md']);
  });
});
