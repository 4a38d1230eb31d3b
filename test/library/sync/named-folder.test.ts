import { describe, expect, it } from 'vitest';
import { nameFolder, removedFolders } from '../../../src/library/sync/named-folder.ts';
import { createFakeFolder } from '../../fakes/snapshot-folder.ts';

const named = (name: string) => nameFolder(name, createFakeFolder({ 'a.md': 'x', 'in/b.md': 'y' }));
const names = async (name: string) => (await Array.fromAsync(named(name).list())).map(({ file }) => file);

describe('the files of a folder', () => {
  it('have its name before their path', async () => {
    expect(await names('mirrors/one')).toEqual(['mirrors/one://a.md', 'mirrors/one://in/b.md']);
    expect(named('mirrors/one').prefix).toBe('mirrors/one://');
  });

  it('keep their names in the first folder', async () => {
    expect(await names('')).toEqual(['a.md', 'in/b.md']);
  });

  it('are gone in no other folder', () => {
    const files = ['c.md', 'one://c.md', 'one/two://c.md'];
    expect(files.map((file) => named('').gone(file))).toEqual([true, false, false]);
    expect(files.map((file) => named('one').gone(file))).toEqual([false, true, false]);
  });

  it('are not gone if they cannot be read', () => {
    const folder = createFakeFolder();
    folder.unreadable.add('in');
    expect(['one://in/b.md', 'one://a.md'].map(nameFolder('one', folder).gone)).toEqual([false, true]);
  });

  it('are all gone if the folder is not configured any more', async () => {
    const removed = removedFolders(['', 'one']);
    expect(await Array.fromAsync(removed.list())).toEqual([]);
    expect(['a.md', 'one://a.md', 'two://a.md', 'two/one://a.md'].map(removed.gone)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
