import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isDiskFull } from '../../../adapters/sqlite/disk-space.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

it('finds room on the disk of a file, and none where a system has none', async () => {
  expect(isDiskFull(`${await temporaryFolder()}/state.sqlite`)).toBe(false);
  expect(isDiskFull('/no/such/folder/state.sqlite')).toBe(false);
  // A file system without any block.
  if (existsSync('/proc/self')) expect(isDiskFull('/proc/self/state.sqlite')).toBe(true);
});
