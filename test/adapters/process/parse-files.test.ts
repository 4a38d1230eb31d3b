import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseFiles } from '../../../adapters/process/parse-files.ts';
import type { Writer } from '../../../adapters/process/writer.ts';
import type { Article } from '../../../src/article/article.ts';
import type { ParseResult } from '../../../src/snapshot/parse-result.ts';

const MAX_BYTES = 100;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gazette-parse-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Takes the file's text for the title; `odd` gets a warning, `bad` is refused, so is what is too long. */
function parse(bytes: Uint8Array): ParseResult {
  const title = new TextDecoder().decode(bytes);
  if (bytes.length > MAX_BYTES) return { ok: false, error: { code: 'too-large', message: 'Large.', line: null } };
  if (title === 'bad') return { ok: false, error: { code: 'no-address', message: 'None.', line: 2 } };
  const warnings = title === 'odd' ? [{ code: 'bad-stamp' as const, message: 'Odd stamp.', line: 1 }] : [];
  return { ok: true, article: { title } as Article, warnings };
}

function collector(takes = Number.POSITIVE_INFINITY): Writer & { said: string[] } {
  const said: string[] = [];
  return {
    said,
    get open() {
      return said.length < takes;
    },
    async write(text) {
      said.push(text);
    },
  };
}

async function run(names: readonly string[], output = collector()) {
  const warnings = collector();
  const files = names.map((name) => join(folder, name));
  const ok = await parseFiles({ files, parse, maxBytes: MAX_BYTES, output, warnings });
  const lines = output.said.map((line) => JSON.parse(line) as { file: string; error?: { code: string } });
  return { ok, lines, warnings: warnings.said, raw: output.said };
}

const put = (name: string, text: string) => writeFile(join(folder, name), text);

describe('parseFiles', () => {
  it('writes a line for each file, in the order given', async () => {
    await Promise.all([put('a.md', 'first'), put('b.md', 'bad'), put('c.md', 'third\nline')]);
    const { ok, lines, raw } = await run(['c.md', 'b.md', 'a.md', 'c.md']);
    expect(ok).toBe(false);
    expect(lines).toEqual([
      { file: join(folder, 'c.md'), ok: true, article: { title: 'third\nline' } },
      { file: join(folder, 'b.md'), ok: false, error: { code: 'no-address', message: 'None.', line: 2 } },
      { file: join(folder, 'a.md'), ok: true, article: { title: 'first' } },
      { file: join(folder, 'c.md'), ok: true, article: { title: 'third\nline' } },
    ]);
    for (const line of raw) expect(line.indexOf('\n')).toBe(line.length - 1);
  });

  it('is content when all were parsed, and puts warnings elsewhere', async () => {
    await put('a.md', 'odd');
    const { ok, lines, warnings } = await run(['a.md']);
    expect(ok).toBe(true);
    expect(lines[0]).not.toHaveProperty('warnings');
    expect(warnings).toEqual([`${join(folder, 'a.md')}:1: Odd stamp.\n`]);
  });

  it('writes no control character of a file or its name to either stream', async () => {
    const name = 'a\u001B[31m\u202E.md';
    await put(name, 'odd');
    const output = collector();
    const warnings = collector();
    const message = 'The stamp “\u001B]0;owned\u0007\u009B” is no time.';
    const article = { title: 'x\u009B\u202E' } as Article;
    const parse = () => ({ ok: true as const, article, warnings: [{ code: 'bad-stamp' as const, message, line: 1 }] });
    await parseFiles({ files: [join(folder, name)], parse, maxBytes: MAX_BYTES, output, warnings });
    expect(`${output.said.join('')}${warnings.said.join('')}`).not.toMatch(/[^\P{C}\n]/u);
    expect(warnings.said.join('')).toContain('The stamp “\\u{1b}]0;owned\\u{7}\\u{9b}” is no time.');
    expect(JSON.parse(output.said.join(''))).toEqual({ file: join(folder, name), ok: true, article });
  });

  it('refuses what is no file, each with a reason of its own, and goes on', async () => {
    await Promise.all([mkdir(join(folder, 'sub.md')), put('a.md', 'first'), put('closed.md', 'x')]);
    await chmod(join(folder, 'closed.md'), 0);
    const mayReadAll = process.getuid?.() === 0;
    const { ok, lines } = await run(['none.md', 'sub.md', 'a.md/x', 'closed.md', 'a.md']);
    expect(ok).toBe(false);
    expect(lines.map((line) => line.error?.code)).toEqual([
      'not-found',
      'is-directory',
      'not-found',
      mayReadAll ? undefined : 'no-permission',
      undefined,
    ]);
  });

  it('reads no more than it may of a file without an end', async () => {
    const output = collector();
    await parseFiles({ files: ['/dev/zero'], parse, maxBytes: MAX_BYTES, output, warnings: collector() });
    expect(JSON.parse(output.said.join(''))).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it('stops once nobody reads', async () => {
    await Promise.all([put('a.md', 'first'), put('b.md', 'second')]);
    const { lines } = await run(['a.md', 'b.md', 'b.md'], collector(1));
    expect(lines).toHaveLength(1);
  });
});
