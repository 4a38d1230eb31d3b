import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { backUpState, openState, restoreState } from '../../../adapters/stores.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const NOW = new Date('2024-05-02T08:00:00.000Z');
const OLD_STATE = new URL('../../fixtures/released-state/state.sqlite.gz', import.meta.url);
const refusal = (reason: string) => expect.objectContaining({ name: 'StoreError', reason }) as Error;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'backup.sqlite');
});

const storeAt = (name: string) => ({ scheme: 'sqlite' as const, location: join(folder, name), label: name });
const restore = (name: string) => restoreState(storeAt(name), { file, now: NOW });

/** Opens the store, adds subscriptions, does something, and closes it. */
async function using(name: string, ids: readonly string[], work = async () => {}): Promise<string[]> {
  const state = await openState(storeAt(name));
  try {
    for (const id of ids) await state.subscriptions.save(makeSubscription({ id }), NOW);
    await work();
    return (await state.subscriptions.page('', 100)).map(({ id }) => id);
  } finally {
    await state.close();
  }
}

it('copies what a running bot has just written, and restores it elsewhere', async () => {
  await using('state.sqlite', ['aaaaaa', 'bbbbbb'], async () => {
    expect(await backUpState(storeAt('state.sqlite'), file)).toEqual({ subscriptions: 2, articles: 0 });
  });
  expect(await restore('other/state.sqlite')).toEqual({ subscriptions: 2, articles: 0 });
  expect(await using('other/state.sqlite', [])).toEqual(['aaaaaa', 'bbbbbb']);
});

it('leaves one file, and nothing beside it', async () => {
  await using('state.sqlite', ['aaaaaa']);
  await backUpState(storeAt('state.sqlite'), file);
  expect((await readdir(folder)).filter((name) => !name.startsWith('state.sqlite'))).toEqual(['backup.sqlite']);
});

it('keeps the state that a restored one replaces', async () => {
  await using('state.sqlite', ['aaaaaa']);
  await backUpState(storeAt('state.sqlite'), file);
  await using('state.sqlite', ['bbbbbb']);
  const { replaced } = await restore('state.sqlite');
  expect(replaced).toBe(join(folder, 'state.sqlite.2024-05-02T08-00-00-000Z'));
  expect(await using('state.sqlite', [])).toEqual(['aaaaaa']);
  expect(await using('state.sqlite.2024-05-02T08-00-00-000Z', [])).toEqual(['aaaaaa', 'bbbbbb']);
});

it('keeps what a process had written before it was killed', async () => {
  await using('state.sqlite', ['aaaaaa']);
  await backUpState(storeAt('state.sqlite'), file);
  // A kill leaves the log beside the file.
  await using('running.sqlite', ['bbbbbb', 'cccccc'], async () => {
    for (const end of ['', '-wal'])
      await copyFile(join(folder, `running.sqlite${end}`), join(folder, `state.sqlite${end}`));
  });
  const { replaced } = await restore('state.sqlite');
  expect(await using('state.sqlite', [])).toEqual(['aaaaaa']);
  expect(await using(basename(replaced ?? ''), [])).toEqual(['bbbbbb', 'cccccc']);
});

it('restores over a state that is damaged, and keeps that one as it was', async () => {
  await using('state.sqlite', ['aaaaaa']);
  await backUpState(storeAt('state.sqlite'), file);
  await writeFile(join(folder, 'state.sqlite'), 'not a database, but somebody may still read it');
  const { replaced = '' } = await restore('state.sqlite');
  expect(await using('state.sqlite', [])).toEqual(['aaaaaa']);
  expect(await readFile(replaced, 'utf8')).toContain('somebody may still read it');
});

it('refuses to restore while a bot runs', async () => {
  await using('state.sqlite', ['aaaaaa']);
  await backUpState(storeAt('state.sqlite'), file);
  const state = await openState(storeAt('state.sqlite'));
  await state.lockForDelivery(NOW);
  await expect(restore('state.sqlite')).rejects.toThrow(refusal('in-use'));
  await state.subscriptions.save(makeSubscription({ id: 'cccccc' }), NOW);
  await state.close();
  expect(await using('state.sqlite', [])).toEqual(['aaaaaa', 'cccccc']);
});

it('changes nothing if the file is no backup', async () => {
  await using('state.sqlite', ['aaaaaa']);
  await writeFile(file, 'not a database at all, only words');
  await expect(restore('state.sqlite')).rejects.toThrow(refusal('damaged'));
  await writeFile(file, '');
  await expect(restore('state.sqlite')).rejects.toThrow(refusal('foreign'));
  expect(await using('state.sqlite', [])).toEqual(['aaaaaa']);
  expect(await readdir(folder)).not.toContainEqual(expect.stringContaining('.new'));
});

it('changes nothing if a page of the backup is damaged', async () => {
  await using(
    'state.sqlite',
    Array.from({ length: 200 }, (_, number) => `s${number}`),
  );
  await backUpState(storeAt('state.sqlite'), file);
  const bytes = await readFile(file);
  bytes.fill(255, bytes.length - 8192);
  await writeFile(file, bytes);
  await expect(restore('state.sqlite')).rejects.toThrow(refusal('damaged'));
  expect(await using('state.sqlite', [])).toHaveLength(100);
});

it('restores the backup of an older version', async () => {
  await writeFile(file, gunzipSync(await readFile(OLD_STATE)));
  const { subscriptions } = await restore('state.sqlite');
  expect(subscriptions).toBeGreaterThan(0);
  expect(await using('state.sqlite', [])).toHaveLength(subscriptions);
});

it('writes nothing for a state that does not exist, and names it', async () => {
  await expect(backUpState(storeAt('state.sqlite'), file)).rejects.toThrow(`${join(folder, 'state.sqlite')}: `);
  expect(existsSync(file)).toBe(false);
  expect(existsSync(join(folder, 'state.sqlite'))).toBe(false);
});
