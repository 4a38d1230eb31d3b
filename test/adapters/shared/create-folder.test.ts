import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolder } from '../../../adapters/shared/create-folder.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

describe('a folder', () => {
  it('is created with what is missing above it, and may exist', async () => {
    const folder = join(await temporaryFolder(), 'a/b/c');
    createFolder(folder);
    createFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it('cannot be created below a file', async () => {
    const folder = await temporaryFolder({ 'a/b': '' });
    expect(() => createFolder(join(folder, 'a/b/c'))).toThrow(/ENOTDIR|EEXIST/);
  });

  // A recursive mkdir never returns there.
  it('that the machine refuses is an error at once', ({ skip }) => {
    if (!existsSync('/proc/self')) return skip('there is no /proc');
    expect(() => createFolder('/proc/nowhere/captured')).toThrow(/ENOENT|EACCES|EPERM/);
  });
});
