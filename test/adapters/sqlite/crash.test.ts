import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSnapshots } from '../../../adapters/snapshots/files.ts';
import { openDatabase } from '../../../adapters/sqlite/database.ts';
import { createLibraryStore } from '../../../adapters/sqlite/library-store.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import { syncSnapshots } from '../../../src/library/sync/sync-snapshots.ts';
import { strictRows } from '../../fakes/row-reader.ts';
import { parseName } from '../../fakes/snapshot-folder.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../fixtures/processes/reading-process.ts', import.meta.url));
const FILES = 120;
const nameOf = (number: number) => `${String(number).padStart(3, '0')}.md`;
/** Each tenth file is refused. */
const isRefused = (number: number) => number % 10 === 9;

let path: string;
let folder: string;

beforeEach(async () => {
  const snapshots = Object.fromEntries(
    Array.from({ length: FILES }, (_, number) => [
      `snapshots/${nameOf(number)}`,
      isRefused(number) ? 'refused' : `a${number}`,
    ]),
  );
  const place = await temporaryFolder(snapshots);
  path = join(place, 'state.sqlite');
  folder = join(place, 'snapshots');
});

/** Starts a reading that stops dead at a moment, in a process of its own, and kills it once it says this. */
async function killedAt(line: string, ...moment: string[]): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, path, folder, ...moment], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  for await (const said of createInterface({ input: child.stdout })) if (said === line) child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

/** Opens what was left behind, as the next start does. */
function openAgain() {
  const database = openDatabase(path, { migrations: MIGRATIONS });
  onTestFinished(() => database.close());
  const store = createLibraryStore(database, strictRows);
  return {
    store,
    soundness: () => database.row('PRAGMA integrity_check'),
    read: () =>
      syncSnapshots({
        store,
        folder: openSnapshots(folder, expect.unreachable),
        parse: parseName,
        parserVersion: 'r',
        now: () => new Date(0),
      }),
  };
}

/** Everything is there, each article once, found by its words. */
async function expectComplete({ store, soundness }: ReturnType<typeof openAgain>): Promise<void> {
  const { total, entries } = await store.newest({ offset: 0, limit: 1000 });
  const articles = Array.from({ length: FILES }, (_, number) => number).filter((number) => !isRefused(number));
  expect(total).toBe(articles.length);
  expect(entries.map(({ title }) => title).sort()).toEqual(articles.map((number) => `a${number}`).sort());
  expect(await store.refusals()).toHaveLength(FILES - articles.length);
  for (const number of articles) {
    const [found] = await store.search([{ tokens: [`a${number}`], prefix: false }], 'every', 2);
    expect(await store.versions(found?.id ?? '')).toMatchObject([{ file: nameOf(number), title: `a${number}` }]);
  }
  expect(soundness()).toMatchObject({ integrity_check: 'ok' });
}

describe('a sync whose process is killed', () => {
  it.each([
    ['before the first batch was kept', ['reading', '10'], 0],
    ['between two batches', ['reading', '70'], 50],
    ['while it writes the first batch', ['writing', '5'], 0],
    ['while it writes the third batch', ['writing', '100'], 100],
  ])('%s loses nothing that was saved, and the next start completes it', async (_name, moment, kept) => {
    await killedAt('stopped', ...moment);
    const next = openAgain();
    expect(await Array.fromAsync(next.store.files())).toHaveLength(kept);
    expect(await next.store.size()).toBe(kept - Math.floor(kept / 10));
    expect(next.soundness()).toMatchObject({ integrity_check: 'ok' });

    expect(await next.read()).toMatchObject({ files: FILES, read: FILES - kept, gone: 0 });
    await expectComplete(next);
    expect(await next.read()).toMatchObject({ files: FILES, read: 0, refused: 0, gone: 0 });
  });

  it('at any moment saves whole batches, and the next start completes it', async () => {
    // It goes on until the signal comes, and never comes to its end.
    await killedAt('50', 'reading', '110');
    const next = openAgain();
    const kept = (await Array.fromAsync(next.store.files())).length;
    expect([50, 100]).toContain(kept);
    expect(await next.read()).toMatchObject({ files: FILES, read: FILES - kept });
    await expectComplete(next);
  });

  it('twice is completed by the third start', async () => {
    await killedAt('stopped', 'writing', '60');
    await killedAt('stopped', 'writing', '60');
    const next = openAgain();
    expect(await Array.fromAsync(next.store.files())).toHaveLength(100);
    await next.read();
    await expectComplete(next);
  });
});
