import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const STATIC_IMPORT = /^(?:import|export) (?!type\b)(?:[^'"]*?\bfrom )?'([^']+)';/gmu;

/** The packages that are loaded with a file, whatever the settings are. */
function packagesLoadedWith(entry: string): Set<string> {
  const packages = new Set<string>();
  const files = new Set([join(root, entry)]);
  for (const file of files) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)) {
      if (name.startsWith('.')) files.add(join(dirname(file), name));
      else packages.add(name);
    }
  }
  return packages;
}

it('loads what a platform, a store or a page needs only where it is used', () => {
  const loaded = packagesLoadedWith('src/main.ts');
  expect([...loaded]).toContain('zod');
  const lazy = [
    'discord.js',
    'telegraf',
    'pg',
    'hono',
    'hono/html',
    '@hono/node-server',
    'prom-client',
    'pino',
    'cheerio',
  ];
  expect(lazy.filter((name) => loaded.has(name))).toEqual([]);
});
