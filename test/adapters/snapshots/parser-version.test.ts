import { readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { PARSER_FOLDERS, parserVersion } from '../../../adapters/snapshots/parser-version.ts';
import { putFiles, temporaryFolder } from '../../fixtures/temporary-folder.ts';

describe('the parser version', () => {
  let source: string;
  let before: string;
  beforeEach(async () => {
    const code = {
      ...Object.fromEntries(PARSER_FOLDERS.map((folder) => [`${folder}/plain.ts`, folder])),
      'snapshot/dates.ts': 'two',
      'library/query.ts': 'three',
      'text/sentences/split.ts': 'five',
      'main.ts': 'four',
    };
    source = await temporaryFolder(code);
    before = parserVersion(source);
  });

  it('is short, and the same for the same code', async () => {
    expect(before).toMatch(/^[\w-]{12}$/);
    expect(parserVersion(source)).toBe(before);
    expect(parserVersion()).toBe(parserVersion());
    expect(parserVersion()).not.toBe(before);
  });

  it.each([
    ['the parser changes', { 'snapshot/dates.ts': 'changed' }],
    ['the search changes', { 'library/query.ts': 'changed' }],
    ['a file in a sub-folder changes', { 'text/sentences/split.ts': 'changed' }],
    ['a file is added', { 'library/new.ts': '' }],
  ])('changes when %s', async (_name, files) => {
    await putFiles(source, files);
    expect(parserVersion(source)).not.toBe(before);
  });

  it('changes when a file is renamed', async () => {
    await rename(join(source, 'snapshot/dates.ts'), join(source, 'snapshot/times.ts'));
    expect(parserVersion(source)).not.toBe(before);
  });

  it('stays the same when anything else changes', async () => {
    await putFiles(source, { 'main.ts': 'changed', 'snapshot/notes.md': 'x', 'view/view.ts': 'x' });
    expect(parserVersion(source)).toBe(before);
  });

  it('covers every folder that the parser and the store import', async () => {
    const root = join(import.meta.dirname, '../../..');
    const seen = new Set<string>();
    const waiting = ['src/snapshot/parse.ts', 'adapters/sqlite/articles/save-articles.ts'];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file) || (seen.size > 1 && file.startsWith('adapters/'))) continue;
      seen.add(file);
      const code = await readFile(join(root, file), 'utf8');
      for (const [, from = ''] of code.matchAll(/from '(\.[^']+)'/gu)) waiting.push(join(dirname(file), from));
    }
    const folders = new Set(
      [...seen].filter((file) => file.startsWith('src/')).map((file) => file.split('/')[1] ?? ''),
    );
    expect(seen.size).toBeGreaterThan(60);
    expect([...folders].filter((folder) => !PARSER_FOLDERS.includes(folder))).toEqual([]);
  });
});
