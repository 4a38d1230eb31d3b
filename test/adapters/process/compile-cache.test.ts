import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withCompileCache } from '../../../adapters/process/compile-cache.mjs';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

it('keeps compiled programs beside the packages, in a folder that is created', async () => {
  const folder = await temporaryFolder();
  const { NODE_COMPILE_CACHE: cache = '', ...others } = withCompileCache({ LANG: 'C' }, folder);
  expect(cache).toBe(join(folder, 'node_modules/.cache/node'));
  expect(existsSync(cache)).toBe(true);
  expect(others).toEqual({ LANG: 'C' });
});

it.each(['', '/var/cache/node'])('leaves a folder that is set as it is: %j', async (cache) => {
  const env = { NODE_COMPILE_CACHE: cache };
  expect(withCompileCache(env, await temporaryFolder())).toEqual(env);
});

it('goes without where the folder cannot be created', async () => {
  const folder = await temporaryFolder({ 'node_modules/.cache': 'a file' });
  expect(withCompileCache({ LANG: 'C' }, folder)).toEqual({ LANG: 'C' });
});
