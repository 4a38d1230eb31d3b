import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readerName } from '../../../adapters/snapshots/reader.ts';
import { putFiles, temporaryFolder } from '../../fixtures/temporary-folder.ts';

describe("a reader's name", () => {
  let source: string;
  let before: string;
  beforeEach(async () => {
    const code = {
      'article/parse.ts': 'one',
      'article/dates.ts': 'two',
      'library/words.ts': 'three',
      'main.ts': 'four',
    };
    source = await temporaryFolder(code);
    before = readerName(source);
  });

  it('is short, and the same for the same code', async () => {
    expect(before).toMatch(/^[\w-]{12}$/);
    expect(readerName(source)).toBe(before);
    expect(readerName()).toBe(readerName());
    expect(readerName()).not.toBe(before);
  });

  it.each([
    ['the code that parses changes', { 'article/dates.ts': 'mended' }],
    ['the code that finds words changes', { 'library/words.ts': 'mended' }],
    ['a file comes to it', { 'library/new.ts': '' }],
  ])('changes when %s', async (_name, files) => {
    await putFiles(source, files);
    expect(readerName(source)).not.toBe(before);
  });

  it('changes when a file is called otherwise', async () => {
    await rename(join(source, 'article/dates.ts'), join(source, 'article/times.ts'));
    expect(readerName(source)).not.toBe(before);
  });

  it('stays when anything else changes', async () => {
    await putFiles(source, { 'main.ts': 'mended', 'article/notes.md': 'x', 'view/view.ts': 'x' });
    expect(readerName(source)).toBe(before);
  });
});
