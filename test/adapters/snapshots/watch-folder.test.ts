import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSnapshots } from '../../../adapters/snapshots/files.ts';
import { watchFolder } from '../../../adapters/snapshots/watch-folder.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

/** A watched folder that has been read once. `expectHeard` makes a change, and waits until it is heard. */
async function watched(files: Readonly<Record<string, string>>) {
  const root = await temporaryFolder(files);
  let changes = 0;
  const onChange = () => {
    changes += 1;
  };
  const watch = watchFolder({ root, onChange, warn: expect.unreachable });
  onTestFinished(() => watch.close());
  const snapshots = openSnapshots(root, expect.unreachable, { readFolder: watch.readFolder });
  const list = async () => (await Array.fromAsync(snapshots.list())).map(({ file }) => file);
  await list();
  const expectHeard = async (change: () => Promise<unknown>) => {
    changes = 0;
    await change();
    await vi.waitFor(() => expect(changes).toBeGreaterThan(0), { timeout: 10_000, interval: 5 });
  };
  return { root, list, expectHeard, changes: () => changes, watch };
}

describe('a watched folder', () => {
  it.each([
    ['a new file', (root: string) => writeFile(join(root, 'b.md'), 'x')],
    ['a changed file', (root: string) => writeFile(join(root, 'in/a.md'), 'changed')],
    ['a deleted file', (root: string) => rm(join(root, 'in/a.md'))],
    ['a moved file', (root: string) => rename(join(root, 'in/a.md'), join(root, 'a.md'))],
    ['a new folder', (root: string) => mkdir(join(root, 'news.example.org'))],
    ['a deleted folder', (root: string) => rm(join(root, 'in'), { recursive: true })],
  ])('tells of %s', async (_name, change) => {
    const { root, expectHeard } = await watched({ 'in/a.md': 'x' });
    await expectHeard(() => change(root));
  });

  it('tells of what happens in a folder that came later, once that is read', async () => {
    const { root, expectHeard, list } = await watched({});
    await expectHeard(() => mkdir(join(root, 'deep/er'), { recursive: true }));
    await list();
    await expectHeard(() => writeFile(join(root, 'deep/er/a.md'), 'x'));
    expect(await list()).toEqual(['deep/er/a.md']);
  });

  it('tells of what happens in a folder that took the place of another', async () => {
    const { root, expectHeard, list } = await watched({ 'in/a.md': 'x' });
    await expectHeard(() => rename(join(root, 'in'), join(root, 'old')));
    await expectHeard(() => mkdir(join(root, 'in')));
    await list();
    await expectHeard(() => writeFile(join(root, 'in/b.md'), 'x'));
  });

  it('says nothing of hidden files and of what other programs write', async () => {
    const { root, expectHeard, changes } = await watched({ 'a.md': 'x', 'bot.log': '' });
    await expectHeard(async () => {
      for (let times = 0; times < 10; times += 1) {
        await writeFile(join(root, '.a.md.tmp'), 'x'.repeat(times));
        await writeFile(join(root, 'bot.log'), 'line'.repeat(times));
      }
      await writeFile(join(root, 'a.md'), 'y');
    });
    expect(changes()).toBeLessThan(5);
  });

  it('says nothing after it was closed, and can still be read', async () => {
    const { root, list, watch, changes } = await watched({ 'in/a.md': 'x' });
    watch.close();
    await writeFile(join(root, 'b.md'), 'x');
    expect(await list()).toEqual(['b.md', 'in/a.md']);
    expect(changes()).toBe(0);
  });
});
