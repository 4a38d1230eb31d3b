import { symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type MoveOptions, MoveStopped, moveRows } from '../../../adapters/migration/move-rows.ts';
import {
  ROW_KINDS,
  type RowKind,
  type Rows,
  type RowsOptions,
  type RowTable,
  type StoreRows,
} from '../../../adapters/shared/store-rows.ts';
import { openRows, openState } from '../../../adapters/stores.ts';
import { StoreError } from '../../../src/library/store-error.ts';
import type { State } from '../../../src/state.ts';
import { makeFeed } from '../../contracts/feed-store.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import { later, NOW } from '../../fixtures/deliveries.ts';
import { fillState, readState } from '../../fixtures/full-state.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const storeAt = (location: string) => ({ scheme: 'sqlite', location, label: location }) as const;
const newFile = async () => join(await temporaryFolder(), 'state.sqlite');

let source: string;
beforeEach(async () => {
  source = await newFile();
  await use(source, fillState);
});

async function use<Result>(file: string, work: (state: State) => Promise<Result>): Promise<Result> {
  const state = await openState(storeAt(file));
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

async function open(file: string, as: RowsOptions['as']): Promise<StoreRows> {
  const rows = await openRows(storeAt(file), as);
  onTestFinished(() => rows.close());
  return rows;
}

interface Moving extends Partial<MoveOptions> {
  /** What stands between the move and the target. */
  through?(rows: StoreRows): StoreRows;
}

/** Moves the source to a file, with both opened anew, as another process would. */
async function move(target: string, { through = (rows) => rows, ...options }: Moving = {}) {
  const [from, to] = [await open(source, 'source'), await open(target, 'target')];
  const quiet = { now: () => NOW, onProgress: () => undefined, signal: new AbortController().signal };
  try {
    return await moveRows({ from: inPagesOf(2, from), to: through(to), ...quiet, ...options });
  } finally {
    await from.close();
    await to.close();
  }
}

const afterwards = (file: string) =>
  use(file, async (state) => {
    await state.deliveries.release();
    return await readState(state);
  });

describe('an interrupted move', () => {
  it('continues, wherever it is interrupted, and ends equal', async () => {
    const target = await newFile();
    const failure = new StoreError('server-lost', 'stop');
    // Each run repeats one note and one page, and fails before or after each of the next steps.
    for (let run = 0; ; run += 1) {
      const step = 3 + (run % 10);
      const ended = await move(target, { through: (rows) => failingAt(step, failure, rows) }).catch(
        (error: unknown) => {
          if (error !== failure) throw error;
        },
      );
      if (ended === undefined) continue;
      expect(run).toBeGreaterThan(ROW_KINDS.length);
      break;
    }
    expect(await afterwards(target)).toEqual(await afterwards(source));
  });

  it('is known to have ended if nobody heard of it, until the target is used', async () => {
    const target = await newFile();
    const tally = await move(target);
    expect(await move(target)).toEqual(tally);
    await use(target, ({ subscriptions }) => subscriptions.remove('mmmmmm'));
    await expect(move(target)).rejects.toMatchObject({ reason: 'not-empty' });
  });

  it('is not usable until it has ended', async () => {
    const target = await newFile();
    const failure = new StoreError('server-lost', 'stop');
    await expect(move(target, { through: (rows) => failingAt(12, failure, rows) })).rejects.toBe(failure);
    await expect(openState(storeAt(target))).rejects.toMatchObject({ reason: 'migrating' });
    await move(target);
    await use(target, async ({ subscriptions }) => expect(await subscriptions.count()).toBe(3));
  });

  it('begins again if the source was used in between', async () => {
    const target = await newFile();
    const through = (rows: StoreRows) => ({
      ...rows,
      finish: () => Promise.reject(new StoreError('server-lost', 'stop')),
    });
    await expect(move(target, { through })).rejects.toThrow('stop');
    await use(source, async ({ subscriptions, deliveries, feeds }) => {
      const chat = { platform: 'telegram', chat: '1' };
      await feeds.unfollow('a', chat);
      await feeds.unfollow('a', { platform: 'discord', chat: '频道', thread: '7' });
      // The same feed, as another row.
      await feeds.follow(makeFeed('m'), chat);
      await feeds.follow(makeFeed('a'), chat);
      await subscriptions.remove('mmmmmm');
      await subscriptions.save(makeSubscription({ id: 'bbbbbb' }), NOW);
      await deliveries.removeChat(chat);
    });
    await move(target);
    expect(await afterwards(target)).toEqual(await afterwards(source));
  });

  it('belongs to one source', async () => {
    const target = await newFile();
    await expect(
      move(target, { through: (rows) => failingAt(20, new StoreError('server-lost', 'stop'), rows) }),
    ).rejects.toThrow('stop');
    source = await newFile();
    await use(source, fillState);
    await expect(move(target)).rejects.toMatchObject({ reason: 'other-migration' });
  });

  it('ends early when it is told to, and continues', async () => {
    const target = await newFile();
    const stopping = new AbortController();
    const stop = { signal: stopping.signal, onProgress: () => stopping.abort() };
    await expect(move(target, stop)).rejects.toBeInstanceOf(MoveStopped);
    await move(target);
    expect(await afterwards(target)).toEqual(await afterwards(source));
  });
});

describe('a move', () => {
  it('needs an empty target, and changes nothing in another one', async () => {
    const target = await newFile();
    await use(target, ({ subscriptions }) => subscriptions.save(makeSubscription({ id: 'mine00' }), NOW));
    await expect(move(target)).rejects.toMatchObject({ reason: 'not-empty' });
    await use(target, async ({ subscriptions }) => expect(await subscriptions.count()).toBe(1));
  });

  it('needs two stores, however they are named', async () => {
    const link = join(dirname(source), 'other.sqlite');
    await symlink(source, link);
    await expect(move(link)).rejects.toMatchObject({ reason: 'same-store' });
  });

  it('needs something to move', async () => {
    source = await newFile();
    await use(source, async () => undefined);
    await expect(move(await newFile())).rejects.toMatchObject({ reason: 'no-state' });
  });

  it.each(['source', 'target'] as const)('needs a %s that no process delivers from', async (which) => {
    const target = await newFile();
    await use(which === 'source' ? source : target, async (state) => {
      await state.lockForDelivery(NOW);
      await expect(move(target)).rejects.toMatchObject({ reason: 'in-use' });
    });
  });

  it.each<[string, (rows: readonly Rows['delivery'][]) => readonly Rows['delivery'][]]>([
    ['was lost', (rows) => rows.slice(1)],
    ['was changed', (rows) => rows.map((row) => ({ ...row, tries: row.tries + 1 }))],
  ])('notices that a row %s', async (_what, change) => {
    const through = (rows: StoreRows): StoreRows => {
      const delivery = {
        ...rows.tables.delivery,
        write: (all: readonly Rows['delivery'][]) => rows.tables.delivery.write(change(all)),
      };
      return { ...rows, tables: { ...rows.tables, delivery } };
    };
    const target = await newFile();
    await expect(move(target, { through })).rejects.toMatchObject({ reason: 'differs' });
    await expect(openState(storeAt(target))).rejects.toMatchObject({ reason: 'migrating' });
  });

  it('leaves out what has expired', async () => {
    const written = { namespace: 'chat', value: '{"value":1}' };
    const rows = await open(source, 'target');
    await rows.tables.state.write([
      { ...written, key: 'gone', expires: NOW.getTime() },
      { ...written, key: 'soon', expires: later(60_000).getTime() },
    ]);
    await rows.close();
    const target = await newFile();
    await move(target);
    const moved = await (await open(target, 'source')).tables.state.read();
    expect(moved.rows.map(({ key }) => key)).toContain('soon');
    expect(moved.rows.map(({ key }) => key)).not.toContain('gone');
  });

  it('says how many rows of each kind both have', async () => {
    expect(await move(await newFile())).toMatchObject({
      subscription: 3,
      delivery: 9,
      feed: 2,
      article: 2,
      version: 3,
    });
  });
});

/** Fails at the n-th step: before it, or after it was done but nobody heard of it. */
function failingAt(step: number, failure: Error, rows: StoreRows): StoreRows {
  let steps = 0;
  const take = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    steps += 1;
    if (steps === step) throw failure;
    const result = await work();
    steps += 1;
    if (steps === step) throw failure;
    return result;
  };
  return {
    ...rows,
    tables: mapTables(rows, (table) => ({ ...table, write: (all) => take(() => table.write(all)) })),
    notes: {
      ...rows.notes,
      set: (...values) => take(() => rows.notes.set(...values)),
      delete: (key) => take(() => rows.notes.delete(key)),
    },
    finish: () => take(() => rows.finish()),
  };
}

/** Shows the same rows in smaller pages. */
function inPagesOf(size: number, rows: StoreRows): StoreRows {
  return {
    ...rows,
    tables: mapTables(rows, (table) => ({
      ...table,
      async read(cursor = '0 ') {
        const [, at = '', after = ''] = /^(\d+) (.*)$/s.exec(cursor) ?? [];
        const page = await (after === '' ? table.read() : table.read(after));
        const end = Number(at) + size;
        const part = page.rows.slice(Number(at), end);
        if (end < page.rows.length) return { rows: part, next: `${end} ${after}` };
        return { rows: part, ...(page.next !== undefined && { next: `0 ${page.next}` }) };
      },
    })),
  };
}

function mapTables(
  { tables }: StoreRows,
  change: (table: RowTable<Rows[RowKind]>) => RowTable<Rows[RowKind]>,
): StoreRows['tables'] {
  const changed = ROW_KINDS.map((kind) => [kind, change(tables[kind] as RowTable<Rows[RowKind]>)]);
  return Object.fromEntries(changed) as StoreRows['tables'];
}
