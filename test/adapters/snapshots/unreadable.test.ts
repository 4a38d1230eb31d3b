import { chmod, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSnapshots, type ReadFolder } from '../../../adapters/snapshots/files.ts';
import { UnreadableFile } from '../../../src/library/sync/snapshot-folder.ts';
import { putFiles, temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { withoutPermission } from '../../fixtures/without-permission.ts';

const readFolder: ReadFolder = (path) => readdir(path, { withFileTypes: true, encoding: 'buffer' });

/** A folder of which one part cannot be read. */
const failingAt =
  (part: string, code: string): ReadFolder =>
  async (path) => {
    if (path.toString().endsWith(part)) throw Object.assign(new Error(code), { code });
    return await readFolder(path);
  };

function open(folder: string, read: ReadFolder = readFolder) {
  const warnings: string[] = [];
  const snapshots = openSnapshots(folder, (line) => warnings.push(line), {
    readFolder: read,
    setting: 'SNAPSHOTS_DIR',
  });
  return { snapshots, warnings, list: () => Array.fromAsync(snapshots.list()) };
}

const PERMISSION = 'It may not be read: give read permission to the user this program runs as.';

describe('a part that cannot be read', () => {
  const files = { 'a.md': '', 'in/b.md': '', 'in/deep/c.md': '', 'inside/d.md': '', 'z/e.md': '' };

  it('is reported and passed over, and all else is listed', async () => {
    const folder = await temporaryFolder(files);
    const { snapshots, warnings, list } = open(folder, failingAt('/in', 'EIO'));
    expect((await list()).map(({ file }) => file)).toEqual(['a.md', 'inside/d.md', 'z/e.md']);
    expect(warnings).toEqual([
      `${join(folder, 'in')}: The disk failed while it was read. The snapshots in it are passed over.`,
    ]);
    expect(['in/b.md', 'in/deep/c.md', 'in'].map(snapshots.gone)).toEqual([false, false, false]);
    expect(['inside/d.md', 'in.md', 'a.md', ''].map(snapshots.gone)).toEqual([true, true, true, true]);
  });

  it('is looked at anew with the next listing', async () => {
    let code: string | undefined = 'EMFILE';
    const folder = await temporaryFolder(files);
    const { snapshots, list } = open(folder, (path) =>
      code === undefined ? readFolder(path) : failingAt('/in', code)(path),
    );
    await list();
    expect(snapshots.gone('in/b.md')).toBe(false);
    code = undefined;
    expect((await list()).map(({ file }) => file)).toContain('in/b.md');
    expect(snapshots.gone('in/other.md')).toBe(true);
  });

  it('is nothing to report where it has vanished meanwhile', async () => {
    const { snapshots, warnings, list } = open(await temporaryFolder(files), failingAt('/in', 'ENOENT'));
    expect(await list()).toHaveLength(3);
    expect(warnings).toEqual([]);
    expect(snapshots.gone('in/b.md')).toBe(true);
  });

  it('is a fault of ours where the error is none of the file system', async () => {
    const { list } = open(await temporaryFolder(files), () => Promise.reject(new TypeError('a bug')));
    await expect(list()).rejects.toThrow('a bug');
  });

  it.runIf(process.platform !== 'win32')('is a folder, a file or a link without permission', async () => {
    const folder = await temporaryFolder({ 'a.md': 'a', 'b.md': 'b', 'locked/c.md': 'c' });
    await symlink('locked/c.md', join(folder, 'link.md'));
    await chmod(folder, 0o755);
    await chmod(join(folder, 'a.md'), 0);
    await chmod(join(folder, 'locked'), 0);
    onTestFinished(() => chmod(join(folder, 'locked'), 0o755));
    const { snapshots, warnings, list } = open(folder);
    await withoutPermission(async () => {
      const [a, b, ...others] = await list();
      expect([a?.file, b?.file, others]).toEqual(['a.md', 'b.md', []]);
      await expect(a?.read()).rejects.toThrow(new UnreadableFile(PERMISSION));
      expect(await b?.read()).toEqual(Buffer.from('b'));
    });
    expect(warnings.sort()).toEqual([
      `${join(folder, 'link.md')}: ${PERMISSION}`,
      `${join(folder, 'locked')}: ${PERMISSION} The snapshots in it are passed over.`,
    ]);
    expect(['link.md', 'locked/c.md', 'a.md/x'].map(snapshots.gone)).toEqual([false, false, true]);
  });

  it('is a link that leads round in circles', async () => {
    const folder = await temporaryFolder({ 'a.md': '' });
    await symlink('c.md', join(folder, 'b.md'));
    await symlink('b.md', join(folder, 'c.md'));
    const { warnings, list } = open(folder);
    expect((await list()).map(({ file }) => file)).toEqual(['a.md']);
    expect(warnings.sort()).toEqual(
      ['b.md', 'c.md'].map((name) => `${join(folder, name)}: It is a link that leads round in circles.`),
    );
  });

  it('is a file that has become a folder meanwhile', async () => {
    const folder = await temporaryFolder({ 'a.md': '' });
    const [file] = await open(folder).list();
    await rm(join(folder, 'a.md'));
    await mkdir(join(folder, 'a.md'));
    const reading = file?.read();
    await expect(reading).rejects.toBeInstanceOf(UnreadableFile);
    await expect(reading).rejects.toThrow('It cannot be read (EISDIR).');
  });
});

describe('the folder itself', () => {
  it.each([
    ['is missing', 'none', 'There is no such file or folder.'],
    ['is a file', 'a.md', 'It is not a folder.'],
    ['is a link in a circle', 'circle', 'It is a link that leads round in circles.'],
  ])('that %s is reported, and nothing is known to be gone', async (_name, name, why) => {
    const place = await temporaryFolder({ 'a.md': '' });
    await symlink('circle', join(place, 'circle'));
    const folder = join(place, name);
    const { snapshots, warnings, list } = open(folder);
    expect(await list()).toEqual([]);
    expect(warnings).toEqual([`${folder}: ${why} No snapshots are read. Check SNAPSHOTS_DIR.`]);
    expect(snapshots.gone('a.md')).toBe(false);
    expect(snapshots.gone('in/b.md')).toBe(false);
  });

  it.runIf(process.platform !== 'win32')('without permission is reported', async () => {
    const folder = await temporaryFolder({ 'in/a.md': '' });
    await chmod(folder, 0o755);
    await chmod(join(folder, 'in'), 0);
    onTestFinished(() => chmod(join(folder, 'in'), 0o755));
    const { snapshots, warnings, list } = open(join(folder, 'in'));
    expect(await withoutPermission(list)).toEqual([]);
    expect(warnings).toEqual([`${join(folder, 'in')}: ${PERMISSION} No snapshots are read. Check SNAPSHOTS_DIR.`]);
    expect(snapshots.gone('a.md')).toBe(false);
  });
});

describe('a very deep tree', () => {
  /** No file system has so deep a tree, and the walk must not be what ends first. */
  const DEPTH = 10_000;

  it('is walked to its end', async () => {
    const folder = await temporaryFolder({ 'd/a.md': '' });
    const inside = await readFolder(Buffer.from(folder));
    let depth = 0;
    const { list } = open(folder, async () => {
      depth += 1;
      return depth < DEPTH ? inside : [];
    });
    expect(await list()).toEqual([]);
    expect(depth).toBe(DEPTH);
  });

  it.runIf(process.platform === 'linux')(
    'is listed as far as its paths are short enough, and the rest is reported',
    async () => {
      const long = 'd'.repeat(200);
      const file = `${'f'.repeat(200)}.md`;
      const half = Array.from({ length: 12 }, () => long).join('/');
      const folder = await temporaryFolder({ [`one/${half}/${file}`]: '', [`two/${half}/${file}`]: '', 'z/e.md': '' });
      for (let at = 12; at > 0; at -= 1)
        await putFiles(join(folder, 'two', ...Array.from({ length: at }, () => long)), { [file]: '' });
      // So long a path cannot be named: it is joined from two, and parted again to be removed.
      await rename(join(folder, 'two'), join(folder, 'one', half, 'two'));
      onTestFinished(() => rename(join(folder, 'one', half, 'two'), join(folder, 'two')));

      const { snapshots, warnings, list } = open(folder);
      const files = await list();
      const [last, ...readable] = files.filter(({ file: name }) => name.includes('two')).reverse();
      expect(files.at(-1)?.file).toBe('z/e.md');
      expect(readable.length).toBeGreaterThan(4);
      expect(await readable[0]?.read()).toEqual(Buffer.from(''));
      // Its folder's path is just short enough, and its own is not.
      await expect(last?.read()).rejects.toThrow(new UnreadableFile('The path is too long.'));
      expect(warnings).toEqual([
        expect.stringMatching(/d: The path is too long\. The snapshots in it are passed over\.$/),
      ]);
      expect(snapshots.gone(`one/${half}/two/${half}/${file}`)).toBe(false);
      expect(snapshots.gone(`one/${half}/two/other.md`)).toBe(true);
    },
  );
});
