import { mkdir, readdir, rename, rm, symlink, utimes } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSnapshots } from '../../../adapters/snapshots/files.ts';
import type { SnapshotFile } from '../../../src/library/sync/snapshot-folder.ts';
import { putFiles, temporaryFolder } from '../../fixtures/temporary-folder.ts';

/** The folder with what is in it, listed once; a warning fails the test. */
async function listed(folder: string): Promise<SnapshotFile[]> {
  const warnings: string[] = [];
  const files = await Array.fromAsync(openSnapshots(folder, (line) => warnings.push(line)).list());
  expect(warnings).toEqual([]);
  return files;
}

const names = async (folder: string) => (await listed(folder)).map(({ file }) => file);
const textOf = async (file: SnapshotFile | undefined) => new TextDecoder().decode(await file?.read());

describe('the snapshots of a folder', () => {
  it('are Markdown, text and HTML files at any depth, in any case', async () => {
    const folder = await temporaryFolder({
      'a.md': '',
      'b.TXT': '',
      'c.Html': '',
      'in/a/very/deep/folder/d.md': '',
      'e.markdown': '',
      'f.md.bak': '',
      md: '',
      'g.htm': '',
      'h.md~': '',
    });
    expect(await names(folder)).toEqual(['a.md', 'b.TXT', 'c.Html', 'in/a/very/deep/folder/d.md']);
  });

  it('come in a stable order: by bytes, what lies in a folder before what lies in folders inside it', async () => {
    const folder = await temporaryFolder({
      'é.md': '',
      'b.md': '',
      'a/z.md': '',
      'a/b/c.md': '',
      'B.md': '',
      'a.md': '',
      'a-b/c.md': '',
      '10.md': '',
      '9.md': '',
    });
    const order = ['10.md', '9.md', 'B.md', 'a.md', 'b.md', 'é.md', 'a/z.md', 'a/b/c.md', 'a-b/c.md'];
    expect(await names(folder)).toEqual(order);
    expect(await names(folder)).toEqual(order);
  });

  it('come in that order whatever order the disk has them in', async () => {
    const folder = await temporaryFolder({ 'b.md': '', 'a.md': '', 'z/c.md': '', 'y/d.md': '' });
    const snapshots = openSnapshots(folder, expect.unreachable, {
      readFolder: async (path) => (await readdir(path, { withFileTypes: true, encoding: 'buffer' })).reverse(),
    });
    const files = await Array.fromAsync(snapshots.list());
    expect(files.map(({ file }) => file)).toEqual(['a.md', 'b.md', 'y/d.md', 'z/c.md']);
  });

  it('are all of them, however many lie in one folder', async () => {
    const many = Array.from({ length: 300 }, (_, number) => `${String(number).padStart(4, '0')}.md`);
    const folder = await temporaryFolder(Object.fromEntries(many.map((name) => [name, ''])));
    expect(await names(folder)).toEqual(many);
  });

  it('are none that is hidden or lies in a hidden folder', async () => {
    const folder = await temporaryFolder({ '.a.md': '', '.git/b.md': '', 'in/.cache/c.md': '', 'in/d.md': '' });
    expect(await names(folder)).toEqual(['in/d.md']);
  });

  it('are none in an empty folder', async () => {
    expect(await names(await temporaryFolder())).toEqual([]);
  });

  it('come with their size, when they changed, and what is in them', async () => {
    const folder = await temporaryFolder({ 'a.md': 'Größe' });
    await utimes(join(folder, 'a.md'), 1000, 1_700_000_000.25);
    const [file] = await listed(folder);
    expect(file).toMatchObject({ file: 'a.md', size: 7, mtimeMs: 1_700_000_000_250 });
    expect(await textOf(file)).toBe('Größe');
  });

  it('are found where the folder itself is a link, and where its name ends with a slash', async () => {
    const folder = await temporaryFolder({ 'real/a.md': 'x', 'real/in/b.md': 'x' });
    await symlink('real', join(folder, 'link'));
    await symlink('a.md', join(folder, 'real/c.md'));
    expect(await names(join(folder, 'link'))).toEqual(['a.md', 'c.md', 'in/b.md']);
    expect(await names(`${folder}/link/`)).toEqual(['a.md', 'c.md', 'in/b.md']);
  });

  it('are no folders, whatever they are called', async () => {
    const folder = await temporaryFolder({ 'folder.md/inside.md': '', 'z.md': '' });
    await symlink('folder.md', join(folder, 'link.md'));
    expect(await names(folder)).toEqual(['z.md', 'folder.md/inside.md']);
  });

  it.runIf(process.platform !== 'win32')('are no sockets, at which a reading would wait for ever', async () => {
    const folder = await temporaryFolder({ 'a.md': '' });
    const server = createServer();
    onTestFinished(() => new Promise((done) => server.close(() => done())));
    await new Promise<void>((done) => server.listen(join(folder, 'b.md'), done));
    await symlink('b.md', join(folder, 'c.md'));
    expect(await names(folder)).toEqual(['a.md']);
  });
});

describe('a link', () => {
  it('is followed to a file inside the folder, under its own name', async () => {
    const folder = await temporaryFolder({ 'in/target.txt': 'Ferry', 'a.md': 'x' });
    await symlink('in/target.txt', join(folder, 'b.md'));
    await symlink(join(folder, 'b.md'), join(folder, 'c.md'));
    const files = await listed(folder);
    expect(files.map(({ file }) => file)).toEqual(['a.md', 'b.md', 'c.md', 'in/target.txt']);
    expect(await textOf(files[1])).toBe('Ferry');
    expect(await textOf(files[2])).toBe('Ferry');
  });

  it.each([
    ['to a file beside the folder', '../secret.md'],
    ['to a file beside it whose name begins like it', '../snapshots-old/a.md'],
    ['out of the folder and over another link', 'out'],
  ])('that leads %s is reported and not followed', async (_name, target) => {
    const place = await temporaryFolder({ 'secret.md': 'secret', 'snapshots-old/a.md': 'old', 'snapshots/a.md': 'x' });
    const folder = join(place, 'snapshots');
    await symlink(join(place, 'secret.md'), join(folder, 'out'));
    await symlink(target, join(folder, 'b.md'));
    const warnings: string[] = [];
    const snapshots = openSnapshots(folder, (line) => warnings.push(line));
    expect((await Array.fromAsync(snapshots.list())).map(({ file }) => file)).toEqual(['a.md']);
    expect(warnings).toEqual([
      `${join(folder, 'b.md')}: It is a link that leads out of the folder, and is not followed.`,
    ]);
    expect(snapshots.gone('b.md')).toBe(false);
  });

  it('to a folder is not followed, and so no circle is walked', async () => {
    const folder = await temporaryFolder({ 'in/a.md': '' });
    await symlink('..', join(folder, 'in/up'));
    await symlink(folder, join(folder, 'again'));
    expect(await names(folder)).toEqual(['in/a.md']);
  });

  it('that leads nowhere is no file', async () => {
    const folder = await temporaryFolder({ 'a.md': '' });
    await symlink('nobody.md', join(folder, 'b.md'));
    await symlink('a.md/inside.md', join(folder, 'c.md'));
    const warnings: string[] = [];
    const snapshots = openSnapshots(folder, (line) => warnings.push(line));
    expect((await Array.fromAsync(snapshots.list())).map(({ file }) => file)).toEqual(['a.md']);
    expect(warnings).toEqual([]);
    expect(snapshots.gone('b.md')).toBe(true);
  });
});

describe('a name', () => {
  it('is shown with everything escaped that could forge what is shown', async () => {
    const folder = await temporaryFolder({ 'line\nbreak.md': '1', 'turned\u202e.md': '2', 'back\\slash.md': '3' });
    const files = await listed(folder);
    expect(files.map(({ file }) => file)).toEqual(['back\\\\slash.md', 'line\\nbreak.md', 'turned\\u{202e}.md']);
    expect(await Promise.all(files.map(textOf))).toEqual(['3', '1', '2']);
  });

  it('stands as it is in any script', async () => {
    const name = '海峡/渡轮 🚢 (1).md';
    expect(await names(await temporaryFolder({ [name]: '' }))).toEqual([name]);
  });

  // Elsewhere the file system itself refuses such a name.
  it.runIf(process.platform === 'linux')('need not be UTF-8, of a file or a folder', async () => {
    const folder = await temporaryFolder();
    const at = (name: Uint8Array) => Buffer.concat([Buffer.from(`${folder}/`), name]);
    const latin = Buffer.from('caf\xe9', 'latin1');
    await mkdir(at(latin));
    await putFiles(folder, { 'one.md': 'one', 'two.md': 'two' });
    await rename(join(folder, 'one.md'), at(Buffer.concat([latin, Buffer.from('.md')])));
    await rename(join(folder, 'two.md'), at(Buffer.concat([latin, Buffer.from('/\xff\n.md', 'latin1')])));
    await symlink(Buffer.concat([latin, Buffer.from('.md')]), join(folder, 'link.md'));
    const files = await listed(folder);
    expect(files.map(({ file }) => file)).toEqual(['caf\\xe9.md', 'link.md', 'caf\\xe9/\\xff\\x0a.md']);
    expect(await Promise.all(files.map(textOf))).toEqual(['one', 'one', 'two']);
  });

  it.runIf(process.platform === 'linux')('of the folder itself need not be UTF-8 either', async () => {
    const place = await temporaryFolder({ 'real/a.md': 'x' });
    await symlink('a.md', join(place, 'real/b.md'));
    await rename(join(place, 'real'), Buffer.from(`${place}/caf\xe9`, 'latin1'));
    await symlink(Buffer.from('caf\xe9', 'latin1'), join(place, 'link'));
    expect(await names(join(place, 'link'))).toEqual(['a.md', 'b.md']);
  });
});

describe('a file that vanishes', () => {
  it('before it is looked at is not listed', async () => {
    const folder = await temporaryFolder({ 'a.md': 'x', 'b.md': 'x' });
    const snapshots = openSnapshots(folder, expect.unreachable, {
      async readFolder(path) {
        const entries = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
        await rm(join(folder, 'a.md'));
        return entries;
      },
    });
    expect((await Array.fromAsync(snapshots.list())).map(({ file }) => file)).toEqual(['b.md']);
    expect(snapshots.gone('a.md')).toBe(true);
  });

  it('while it is read is absent, not wrong', async () => {
    const folder = await temporaryFolder({ 'a.md': 'x', 'in/b.md': 'x' });
    const files = await listed(folder);
    await rm(join(folder, 'a.md'));
    await rm(join(folder, 'in'), { recursive: true });
    await putFiles(folder, { in: 'now a file' });
    expect(await Promise.all(files.map((file) => file.read()))).toEqual([undefined, undefined]);
  });
});
