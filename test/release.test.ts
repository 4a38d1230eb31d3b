import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = resolve(import.meta.dirname, '../.ci/release');
const CHANGES = '# Changelog\n\n## Unreleased\n\n### Added\n\n- A ferry.\n\n## 1.1.0 - 2026-01-01\n\n- A pier.\n';
const IDENTITY = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b' };

let folder: string;

function run(command: string, args: readonly string[]): Promise<{ code: number; out: string }> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: `${folder}-home`, GIT_CONFIG_NOSYSTEM: '1', ...IDENTITY };
  return new Promise((done) => {
    execFile(command, [...args], { cwd: folder, env }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out: out + err });
    });
  });
}

const git = async (...args: string[]) => (await run('git', args)).out.trim();
const release = (...args: string[]) => run(join(folder, '.ci/release'), args);

async function commit(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'change');
}

const manifest = (check: string) =>
  `${JSON.stringify({ name: 'x', version: '1.1.0', private: true, scripts: { check } }, undefined, 2)}\n`;
const lock = `${JSON.stringify({ name: 'x', version: '1.1.0', lockfileVersion: 3, packages: { '': { name: 'x', version: '1.1.0' } } }, undefined, 2)}\n`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gazette-release-'));
  await git('init', '--quiet', '--initial-branch=main');
  await cp(SCRIPT, join(folder, '.ci/release'));
  await commit({ 'package.json': manifest('true'), 'package-lock.json': lock, 'CHANGELOG.md': CHANGES });
});
afterEach(async () => {
  for (const one of [folder, `${folder}-home`]) await rm(one, { recursive: true, force: true });
});

describe('npm run release', () => {
  it('sets the version and the date, commits and tags', async () => {
    const { code, out } = await release('1.2.0');
    expect([code, out]).toEqual([0, expect.stringContaining('git push --follow-tags')]);
    expect(await readFile(join(folder, 'package.json'), 'utf8')).toContain('"version": "1.2.0"');
    expect(await readFile(join(folder, 'package-lock.json'), 'utf8')).not.toContain('1.1.0');
    const today = new Date().toISOString().slice(0, 10);
    const expected = CHANGES.replace('## Unreleased\n', `## Unreleased\n\n## 1.2.0 - ${today}\n`);
    expect(await readFile(join(folder, 'CHANGELOG.md'), 'utf8')).toBe(expected);
    expect(await git('log', '-1', '--format=%s')).toBe('chore: release 1.2.0');
    expect(await git('describe')).toBe('v1.2.0');
    expect(await git('status', '--porcelain')).toBe('');
  });

  it.each([
    ['no version', []],
    ['a wrong one', ['v2']],
    ['a prerelease', ['2.0.0-rc.1']],
    ['the present one', ['1.1.0']],
    ['an older one', ['1.0.9']],
  ])('refuses %s', async (_, args) => {
    const before = await git('rev-parse', 'HEAD');
    const { code, out } = await release(...args);
    expect([code, out.trim()]).not.toEqual([0, '']);
    expect(out).toMatch(/Usage|not newer/);
    expect(await git('rev-parse', 'HEAD')).toBe(before);
  });

  it('refuses what is not committed, a red check, a known tag and an empty changelog, and changes nothing', async () => {
    await writeFile(join(folder, 'new.txt'), '');
    expect((await release('1.2.0')).out).toContain('not committed');
    await rm(join(folder, 'new.txt'));
    await commit({ 'package.json': manifest('false') });
    expect((await release('1.2.0')).out).toContain('The checks fail.');
    await commit({ 'package.json': manifest('true') });
    await git('tag', 'v1.2.0');
    expect((await release('1.2.0')).out).toContain('There is a tag v1.2.0 already.');
    await commit({ 'CHANGELOG.md': CHANGES.replace('- A ferry.\n', '') });
    expect((await release('1.3.0')).out).toContain('nothing under "Unreleased"');
    expect(await git('status', '--porcelain')).toBe('');
    expect(await git('tag')).toBe('v1.2.0');
  });
});
