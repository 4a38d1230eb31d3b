import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createGit, type Git, GitError } from '../../../adapters/mirrors/git.ts';
import { createMirror, placesOf } from '../../../adapters/mirrors/mirror.ts';
import { mirrorSource } from '../../../adapters/mirrors/mirror-source.ts';
import { parseRemote } from '../../../adapters/mirrors/remote.ts';
import { openSnapshots } from '../../../adapters/snapshots/files.ts';
import { createInstantClock } from '../../fakes/clock.ts';
import { createRepository, type Repository } from '../../fixtures/repository.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const environment = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' };

let repository: Repository;
let root: string;

beforeEach(async () => {
  const place = await temporaryFolder();
  repository = createRepository(place);
  repository.push({ 'a.md': 'a', 'in/b.md': 'b', 'README.md': 'readme' });
  root = join(place, 'mirrors');
});

/** A mirror of the repository; `around` may replace what git does. */
function open({ folder = '', around = (git: Git): Git => git } = {}) {
  const remote = parseRemote(`${repository.url}${folder && `#${folder}`}`);
  if (remote === undefined) throw new Error('The repository has no address.');
  const { signal } = new AbortController();
  const git = around(createGit({ remote, environment, signal }));
  // Locks are removed without waiting, since nobody else is there.
  const clock = { ...createInstantClock(), monotonicMs: () => (now += 6000) };
  const { live, marker } = placesOf(remote, root);
  const source = mirrorSource(remote, root);
  const listed = async () => {
    const found = await Array.fromAsync(source.adapt(openSnapshots(source.path, expect.unreachable)).list());
    return found.map(({ file }) => file);
  };
  return { ...createMirror(remote, root, { git, clock, signal }), live, marker, listed };
}

let now = 0;

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('a mirror', () => {
  it('is cloned, and brought up to date with new, changed, moved and deleted files', async () => {
    const { update, live, listed } = open();
    expect(await update()).toBe(true);
    expect(await listed()).toEqual(['README.md', 'a.md', 'in/b.md']);
    expect(await update()).toBe(false);
    repository.push({ 'a.md': 'changed', 'in/b.md': undefined, 'moved/b.md': 'b' });
    expect(await update()).toBe(true);
    expect([await listed(), read(live, 'a.md')]).toEqual([['README.md', 'a.md', 'moved/b.md'], 'changed']);
  });

  it('leaves unchanged files as they are, so that they are not read again', async () => {
    const { update, live } = open();
    await update();
    const before = lstatSync(join(live, 'a.md'), { bigint: true });
    repository.push({ 'c.md': 'c' });
    await update();
    expect(lstatSync(join(live, 'a.md'), { bigint: true }).mtimeNs).toBe(before.mtimeNs);
  });

  it('may have files that are no snapshots', async () => {
    const { update } = open();
    await update();
    const remote = parseRemote(repository.url) ?? expect.unreachable();
    const { adapt, path } = mirrorSource(remote, root);
    const files = await Array.fromAsync(adapt(openSnapshots(path, expect.unreachable)).list());
    expect(files.map(({ file, isMixed }) => [file, isMixed])).toContainEqual(['README.md', true]);
  });

  it('follows a history that was rewritten', async () => {
    const { update, listed } = open();
    await update();
    repository.forcePush({ 'new.md': 'new' });
    expect(await update()).toBe(true);
    expect(await listed()).toEqual(['new.md']);
  });

  it('fetches only the latest commit', async () => {
    const { update, live } = open();
    for (let number = 0; number < 5; number += 1) repository.push({ [`${number}.md`]: String(number) });
    await update();
    repository.push({ 'a.md': 'once more' });
    await update();
    const count = execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: live, encoding: 'utf8' });
    expect(count.trim()).toBe('1');
  });

  it('takes one folder only, if told so', async () => {
    const { update, live, listed } = open({ folder: 'in' });
    repository.push({ 'other/c.md': 'c', 'in/deep/d.md': 'd' });
    await update();
    expect(await listed()).toEqual(['b.md', 'deep/d.md']);
    expect(existsSync(join(live, 'other'))).toBe(false);
    repository.push({ 'in/e.md': 'e' });
    await update();
    expect(await listed()).toEqual(['b.md', 'e.md', 'deep/d.md']);
  });

  it('makes no links of links, so that they lead nowhere', async () => {
    symlinkSync('/etc/passwd', join(repository.path, '../clone/link.md'));
    repository.push({});
    const { update, live } = open();
    await update();
    expect(lstatSync(join(live, 'link.md')).isFile()).toBe(true);
    expect(read(live, 'link.md')).toBe('/etc/passwd');
  });

  it('keeps its files if the repository cannot be reached', async () => {
    const { update, listed } = open();
    await update();
    renameSync(repository.path, `${repository.path}.away`);
    await expect(update()).rejects.toThrow(/repository\.git/);
    expect(await listed()).toEqual(['README.md', 'a.md', 'in/b.md']);
    renameSync(`${repository.path}.away`, repository.path);
    repository.push({ 'c.md': 'c' });
    expect(await update()).toBe(true);
  });

  it.each([
    ['its objects are', (git: string) => rmSync(join(git, 'objects'), { recursive: true })],
    ['its head is', (git: string) => writeFileSync(join(git, 'HEAD'), 'x')],
    ['its index is', (git: string) => writeFileSync(join(git, 'index'), 'x')],
    ['all of it is', (git: string) => rmSync(git, { recursive: true })],
    ['its latest commit is', (git: string) => writeFileSync(join(git, 'refs/mirror/latest'), '')],
  ])('is cloned anew if %s damaged', async (_name, damage) => {
    const { update, live, listed } = open();
    await update();
    damage(join(live, '.git'));
    repository.push({ 'c.md': 'c' });
    expect(await update()).toBe(true);
    expect(await listed()).toEqual(['README.md', 'a.md', 'c.md', 'in/b.md']);
    expect(await update()).toBe(false);
    expect(readdirSync(root)).toHaveLength(1);
  });

  it('restores files that somebody changed', async () => {
    const { update, live, listed } = open();
    await update();
    writeFileSync(join(live, 'a.md'), 'somebody else');
    writeFileSync(join(live, 'stray.md'), 'x');
    await update();
    expect([await listed(), read(live, 'a.md')]).toEqual([['README.md', 'a.md', 'in/b.md'], 'a']);
  });

  it('removes the locks of a process that was killed', async () => {
    const { update, live } = open();
    await update();
    for (const lock of ['index.lock', 'shallow.lock', 'HEAD.lock']) writeFileSync(join(live, '.git', lock), '');
    repository.push({ 'a.md': 'changed' });
    expect(await update()).toBe(true);
    expect(read(live, 'a.md')).toBe('changed');
  });
});

describe('an update that was interrupted', () => {
  /** Lets git do nothing any more from its command of this name on. */
  const dyingAt =
    (command: string) =>
    (git: Git): Git => {
      let isDead = false;
      return async (folder, args) => {
        isDead ||= args[0] === command;
        if (isDead) throw new Error('killed');
        return await git(folder, args);
      };
    };

  it.each(['init', 'fetch', 'reset', 'clean'])('at git %s of the first clone is done again', async (command) => {
    await expect(open({ around: dyingAt(command) }).update()).rejects.toThrow('killed');
    const { update, listed } = open();
    expect(await listed()).toEqual([]);
    expect(await update()).toBe(true);
    expect(await listed()).toEqual(['README.md', 'a.md', 'in/b.md']);
    expect(readdirSync(root)).toHaveLength(1);
  });

  it('while it changed files shows none of them until it is completed, even without the repository', async () => {
    await open().update();
    repository.push({ 'c.md': 'c' });
    await expect(open({ around: dyingAt('reset') }).update()).rejects.toThrow('killed');
    const { update, marker, listed } = open();
    expect([existsSync(marker), await listed()]).toEqual([true, []]);
    renameSync(repository.path, `${repository.path}.away`);
    await expect(update()).rejects.toThrow(GitError);
    expect(await listed()).toEqual(['README.md', 'a.md', 'c.md', 'in/b.md']);
  });

  it('while files were listed says of none that it is gone', async () => {
    const { update, marker } = open();
    await update();
    const remote = parseRemote(repository.url);
    const source = mirrorSource(remote ?? expect.unreachable(), root);
    const folder = source.adapt(openSnapshots(source.path, expect.unreachable));
    for await (const _ of folder.list()) writeFileSync(marker, '');
    expect(folder.gone('never.md')).toBe(false);
    rmSync(marker);
    await Array.fromAsync(folder.list());
    expect(folder.gone('never.md')).toBe(true);
  });

  it('between the two renames of a new clone takes the old one back', async () => {
    const { update, live, listed } = open();
    await update();
    renameSync(live, `${live}.old`);
    renameSync(repository.path, `${repository.path}.away`);
    await expect(open().update()).rejects.toThrow(GitError);
    expect(await listed()).toEqual(['README.md', 'a.md', 'in/b.md']);
  });
});
