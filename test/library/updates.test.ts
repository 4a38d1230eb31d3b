import { beforeEach, describe, expect, it } from 'vitest';
import type { SyncReport } from '../../src/library/sync/sync-snapshots.ts';
import { createLibraryUpdates, type LibraryUpdates } from '../../src/library/updates.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';

const NOTHING: SyncReport = { files: 0, missing: 0, gone: 0, unsettled: 0, read: 0, refused: 0 };

let clock: FakeClock;
let passes: { folders: string[] | 'all'; atMs: number }[];
let found: Partial<SyncReport>;
let takesMs: number;
let told: number;
let reported: unknown[];
let updates: LibraryUpdates;

beforeEach(() => {
  clock = createFakeClock();
  [passes, found, takesMs, told, reported] = [[], {}, 0, 0, []];
  updates = createLibraryUpdates({
    clock,
    folders: ['', 'captured'],
    sync: {
      async run(urgent) {
        passes.push({ folders: urgent ? [...urgent].toSorted() : 'all', atMs: clock.nowMs() });
        await new Promise<void>((done) => void clock.after(takesMs, done));
        if (found.files === -1) throw new Error('No disk.');
        return { ...NOTHING, ...found };
      },
    },
    async onRead() {
      told += 1;
    },
    report: (error) => void reported.push(error),
  });
});

const sorted = () => passes.map(({ folders }) => folders);

describe('a change', () => {
  it('is read soon, together with what changes right after it', async () => {
    updates.request('');
    await clock.pass(200);
    updates.request('');
    updates.request('captured');
    await clock.pass(5000);
    expect(passes).toEqual([{ folders: ['', 'captured'], atMs: 450 }]);
  });

  it.each([-36_000_000, 36_000_000])('is read as soon when the time of day jumps by %i ms', async (jumpMs) => {
    takesMs = 1000;
    updates.request('');
    await clock.pass(100);
    clock.jump(jumpMs);
    updates.request('');
    await clock.pass(2000);
    expect(passes).toHaveLength(1);
    clock.jump(jumpMs);
    updates.request('');
    await clock.pass(5000);
    expect(passes).toHaveLength(2);
  });

  it('is read within two seconds though others keep coming', async () => {
    for (let tenth = 0; tenth < 50; tenth += 1) {
      updates.request('');
      await clock.pass(100);
    }
    expect(passes[0]?.atMs).toBeLessThanOrEqual(2000);
    expect(passes.length).toBeLessThanOrEqual(4);
  });

  it('is read in one pass with thousands of others', async () => {
    for (let tenth = 0; tenth < 100; tenth += 1) {
      for (let file = 0; file < 500; file += 1) updates.request('');
      await clock.pass(100);
    }
    await clock.pass(1000);
    expect(passes.map(({ atMs }) => atMs > 9_000)).toEqual([true]);
  });

  it('of unknown place makes all folders read', async () => {
    updates.request();
    await clock.pass(1000);
    expect(sorted()).toEqual([['', 'captured']]);
  });

  it('during a pass is read by the next one, after a rest', async () => {
    takesMs = 1000;
    updates.request('');
    await clock.pass(700);
    updates.request('captured');
    await clock.pass(10_000);
    expect(passes).toEqual([
      { folders: [''], atMs: 250 },
      { folders: ['captured'], atMs: 1250 },
    ]);
    updates.request('');
    takesMs = 0;
    await clock.pass(10_000);
    expect(passes).toHaveLength(3);
  });

  it('is announced if files were read, and only then', async () => {
    updates.request('');
    await clock.pass(1000);
    expect(told).toBe(0);
    found = { read: 2 };
    updates.request('');
    await clock.pass(1000);
    expect(told).toBe(1);
  });

  it('is read again while the file is being written', async () => {
    found = { unsettled: 1 };
    updates.request('captured');
    await clock.pass(2000);
    found = {};
    await clock.pass(10_000);
    expect(sorted()).toEqual([['captured'], ['captured'], ['captured']]);
  });

  it('is read in spite of a failure before', async () => {
    found = { files: -1 };
    updates.request('');
    await clock.pass(1000);
    found = {};
    updates.request('');
    await clock.pass(1000);
    expect(reported).toEqual([new Error('No disk.')]);
    expect(passes).toHaveLength(2);
  });
});

describe('a sweep', () => {
  it('covers all folders, and ends with the pass', async () => {
    takesMs = 500;
    let isDone = false;
    void updates.sweep().then(() => {
      isDone = true;
    });
    await clock.pass(499);
    expect(isDone).toBe(false);
    await clock.pass(1);
    expect([isDone, sorted()]).toEqual([true, ['all']]);
  });

  it('never runs beside another pass', async () => {
    takesMs = 1000;
    updates.request('');
    await clock.pass(300);
    const swept = updates.sweep();
    await clock.pass(1000);
    expect(passes.map(({ atMs }) => atMs)).toEqual([250, 1250]);
    await clock.pass(1000);
    await swept;
  });
});

it('reads nothing more once it is stopped, and waits for the pass that runs', async () => {
  takesMs = 1000;
  updates.request('');
  await clock.pass(300);
  updates.request('captured');
  let isStopped = false;
  void updates.stop().then(() => {
    isStopped = true;
  });
  await clock.pass(900);
  expect(isStopped).toBe(false);
  await clock.pass(100);
  expect(isStopped).toBe(true);
  updates.request('');
  await updates.sweep();
  await clock.pass(10_000);
  expect(passes).toHaveLength(1);
});
