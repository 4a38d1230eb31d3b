import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const PLATFORMS = ['discord', 'telegram'];
const [, page = ''] = readFileSync(join(root, 'docs/adding-a-platform.md'), 'utf8').split('## The folder\n');
/** The files that the page names for every platform. */
const named = [...page.matchAll(/^\| `([a-z-]+(?:\/[a-z-]+)?\.ts)` \|/gmu)].map(([, file]) => String(file)).sort();

function filesOf(folder: string): string[] {
  return globSync('**/*.ts', { cwd: join(root, folder) }).sort();
}

describe('the folders of the chat platforms', () => {
  it('have the same files for the same jobs: those that the page about adding one names, and no others', () => {
    const [first = [], ...others] = PLATFORMS.map((platform) => filesOf(`adapters/${platform}`));
    expect(first.filter((file) => others.every((files) => files.includes(file)))).toEqual(named);
  });

  it.each(PLATFORMS)('are as independent of each other as of the rest (%s)', (platform) => {
    const strangers = PLATFORMS.filter((other) => other !== platform);
    for (const file of filesOf(`adapters/${platform}`)) {
      const text = readFileSync(join(root, 'adapters', platform, file), 'utf8');
      const imports = [...text.matchAll(/from '(\.[^']+)'/gu)].map(([, path]) => String(path));
      const folder = join('adapters', platform);
      const reached = imports.map((path) => join(folder, dirname(file), path));
      const shared = ['platform', 'proxy', 'download'].map((name) => `adapters/shared/${name}.ts`);
      const allowed = [`${folder}/`, ...shared, 'src/'];
      expect([file, reached.filter((path) => !allowed.some((start) => path.startsWith(start)))]).toEqual([file, []]);
      expect([file, strangers.filter((other) => text.toLowerCase().includes(other))]).toEqual([file, []]);
    }
  });

  it.each(PLATFORMS)('are held to the contracts of renderers and deliverers (%s)', (platform) => {
    const tests = filesOf(`test/adapters/${platform}`).map((file) =>
      readFileSync(join(root, 'test/adapters', platform, file), 'utf8'),
    );
    for (const contract of ['contracts/renderer.ts', 'contracts/deliverer.ts']) {
      expect([contract, tests.some((text) => text.includes(contract))]).toEqual([contract, true]);
    }
  });

  it.each(PLATFORMS)(
    'are known elsewhere by one line of the list, and by their settings and words (%s)',
    (platform) => {
      const knowing = ['src', 'commands', 'adapters']
        .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
        .filter((file) => !file.startsWith(`adapters/${platform}/`))
        .filter((file) => readFileSync(join(root, file), 'utf8').includes(`/${platform}/`));
      expect(knowing).toEqual(['adapters/index.ts']);
    },
  );
});
