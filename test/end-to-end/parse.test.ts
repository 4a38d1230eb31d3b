import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { createPlace, MAIN, type Place } from './process.ts';
import { broken, ferry, lighthouse, numbered } from './snapshots.ts';

type Line = { file: string } & (
  | { ok: true; article: Article }
  | { ok: false; error: { code: string; message: string; line: number | null } }
);

let place: Place;

beforeEach(async () => {
  place = await createPlace();
});
afterEach(() => place.remove());

const linesOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('parse', () => {
  it('writes the article of each file, a line each, in order', async () => {
    await place.put({ 'ferry.md': ferry, 'a lighthouse.md': lighthouse });
    const { out, err, code } = await place.run(['parse', 'ferry.md', 'a lighthouse.md', 'ferry.md']);
    const lines = linesOf(out);
    expect(lines.map(({ file, ok }) => [file, ok])).toEqual([
      ['ferry.md', true],
      ['a lighthouse.md', true],
      ['ferry.md', true],
    ]);
    expect(lines[0]).toMatchObject({
      article: {
        url: 'https://news.example.org/2024/ferry',
        title: 'The ferry that would not retire',
        stampedAt: '2024-06-03T07:33:20.000Z',
        sections: [{ number: 0 }, { title: 'The crew' }, { title: 'What comes next' }],
      },
    });
    expect([err, code]).toEqual(['', 0]);
  });

  it('refuses what cannot be read, each with its reason, and parses the rest', async () => {
    await place.put({ 'ferry.md': ferry, 'broken.md': broken, 'empty.md': '', 'latin.md': Buffer.from([0xe9, 0x0a]) });
    await mkdir(join(place.folder, 'folder.md'));
    const files = ['broken.md', 'none.md', 'folder.md', 'empty.md', 'latin.md', 'ferry.md'];
    const { out, code } = await place.run(['parse', ...files]);
    const lines = linesOf(out);
    expect(lines.map(({ file }) => file)).toEqual(files);
    expect(lines.map((line) => (line.ok ? 'ok' : line.error.code))).toEqual([
      'no-address',
      'not-found',
      'is-directory',
      'empty',
      'not-utf8',
      'ok',
    ]);
    for (const line of lines) if (!line.ok) expect(Object.keys(line.error)).toEqual(['code', 'message', 'line']);
    expect(code).toBe(1);
  });

  it('puts warnings on the other stream', async () => {
    await place.put({ 'odd.md': ferry.replace('1717400000000', 'NaN') });
    const { out, err, code } = await place.run(['parse', 'odd.md']);
    expect(linesOf(out)).toMatchObject([{ ok: true, article: { stampedAt: null } }]);
    expect(err).toMatch(/^odd\.md:1: .+\n$/);
    expect(code).toBe(0);
  });

  it('writes no control or format character of a file as it is', async () => {
    await place.put({
      'odd.md': ferry
        .replace('1717400000000', '\u001B]0;owned\u0007\u009B')
        .replace('would not retire', 'would \u202Enot\u202C \u009Bretire'),
    });
    const { out, err, code } = await place.run(['parse', 'odd.md']);
    expect(out + err).not.toMatch(/[^\P{C}\n]/u);
    expect(err).toContain('\\u{1b}]0;owned');
    expect([linesOf(out).length, code]).toEqual([1, 0]);
  });

  it('needs no settings', async () => {
    await place.put({ 'ferry.md': ferry });
    const { code } = await place.run(['parse', 'ferry.md'], { env: { LOG_LEVEL: 'loud', STORE_URL: 'x' } });
    expect(code).toBe(0);
  });

  it('says how it is used', async () => {
    for (const args of [['parse'], ['parse', '--fast'], ['nope']]) {
      const { out, err, code } = await place.run(args);
      expect(err).toContain('Usage: npm run --silent parse -- FILE…');
      expect([out, code]).toEqual(['', 2]);
    }
  });

  it('takes a long list of files', async () => {
    const names = Array.from({ length: 400 }, (_, number) => `${number}.md`);
    await place.put(Object.fromEntries(names.map((name, number) => [name, numbered(number)])));
    const { out, code } = await place.run(['parse', ...names]);
    expect(linesOf(out).map(({ file }) => file)).toEqual(names);
    expect(code).toBe(0);
  });

  it('stops quietly once nobody reads', async () => {
    await place.put({ 'ferry.md': ferry });
    const { child, shows, ended } = place.start(['parse', ...Array.from({ length: 3000 }, () => 'ferry.md')]);
    await shows('ferry.md');
    child.stdout.destroy();
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  it.runIf(process.platform === 'linux')('says so where the output cannot be written', async () => {
    await place.put({ 'ferry.md': ferry });
    await (await open('/dev/full', 'w')).close();
    const shell = `"${process.execPath}" "${MAIN}" parse ferry.md > /dev/full`;
    const { code, err } = await place.startOther('sh', ['-c', shell]).ended;
    expect(err).toMatch(/^Writing the answer failed: the disk is full\..+\n$/);
    expect(code).toBe(1);
  });
});
