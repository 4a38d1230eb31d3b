import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { moveRows } from '../../adapters/migration/move-rows.ts';
import { ROW_KINDS, type RowsOptions, type StoreRows } from '../../adapters/shared/store-rows.ts';
import { openRows, openState, type StoreSettings } from '../../adapters/stores.ts';
import type { State } from '../../src/state.ts';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { idsOf, NOW } from '../fixtures/deliveries.ts';
import { fillState, readState } from '../fixtures/full-state.ts';
import { makeFeed } from './feed-store.ts';
import { captured } from './library-store.ts';

const CHAT = { platform: 'telegram', chat: '1' };
const NO_FILTER = { sources: [], topics: [], without: [] };
const PAGE = { offset: 0, limit: 100 };
const QUIET = { now: () => NOW, onProgress: () => undefined, signal: new AbortController().signal };

/** What every store promises that can be moved; `locate` gives an empty one. */
export function storeRowsContract(locate: () => Promise<StoreSettings>): void {
  let [first, second]: StoreSettings[] = [];
  beforeEach(async () => {
    [first, second] = [await locate(), await locate()];
  });
  const located = (store: StoreSettings | undefined) => store ?? expect.unreachable();

  async function use<Result>(
    store: StoreSettings | undefined,
    work: (state: State) => Promise<Result>,
  ): Promise<Result> {
    const state = await openState(located(store));
    try {
      return await work(state);
    } finally {
      await state.close();
    }
  }

  const fill = () =>
    use(first, async (state) => {
      await state.lockForDelivery(NOW);
      await fillState(state);
    });
  const settle = (state: State) => state.lockForDelivery(NOW).then(() => state.deliveries.release());

  async function open(store: StoreSettings | undefined, as: RowsOptions['as']): Promise<StoreRows> {
    const rows = await openRows(located(store), as);
    onTestFinished(() => rows.close());
    return rows;
  }

  async function move(): Promise<void> {
    const [from, to] = [await open(first, 'source'), await open(second, 'target')];
    await moveRows({ from, to, ...QUIET });
    await from.close();
    await to.close();
  }

  it('has after a move what it had before, with deliveries in every state', async () => {
    await fill();
    await move();
    const [before, after] = await Promise.all(
      [first, second].map((store) =>
        use(store, async (state) => {
          await settle(state);
          return readState(state);
        }),
      ),
    );
    expect(after).toEqual(before);
  });

  it('continues every order after a move', async () => {
    await fill();
    await move();
    await use(second, async (state) => {
      await settle(state);
      const before = await state.articles.position();
      await state.subscriptions.save(makeSubscription({ id: 'bbbbbb' }), NOW);
      await state.deliveries.add([makeEdition('new')], NOW);
      await state.feeds.follow(makeFeed('m'), CHAT);
      expect((await state.subscriptions.forChat(CHAT)).map(({ id }) => id)).toEqual(['mmmmmm', 'aaaaaa', 'bbbbbb']);
      expect(idsOf(await state.deliveries.take('telegram', NOW, 9))).toEqual(['waiting', 'begun', 'taken', 'new']);
      expect((await state.feeds.all()).map(({ id }) => id)).toEqual(['z', 'a', 'm']);
      expect(before).toBeGreaterThan(0);
    });
  });

  it('continues the positions of articles after a move, even of the only one, which has left', async () => {
    const save = (state: State, title: string) =>
      state.articles.save([captured(title, { url: `https://example.org/${title}`, title })]);
    await use(first, async (state) => {
      await save(state, 'left');
      await state.articles.forget(['left']);
    });
    await move();
    await use(second, async (state) => {
      await save(state, 'new');
      expect(await state.articles.position()).toBe(2);
      const { entries } = await state.articles.between({ after: 1, upTo: 2 }, NO_FILTER, PAGE);
      expect(entries.map(({ title }) => title)).toEqual(['new']);
    });
  });

  it('has rows of every kind, replaces one that is written again, and can be cleared', async () => {
    await fill();
    const rows = await open(first, 'target');
    for (const kind of ROW_KINDS) {
      const table = rows.tables[kind];
      const before = await table.read();
      expect([kind, before.rows.length]).toEqual([kind, await table.count()]);
      expect(before.rows.length).toBeGreaterThan(0);
      // Each table takes what it gave.
      await table.write(before.rows as never);
      expect(await table.read()).toEqual(before);
    }
    await rows.clear();
    for (const kind of ROW_KINDS) {
      expect([kind, await rows.tables[kind].count()]).toEqual([kind, 0]);
      expect(await rows.tables[kind].read()).toEqual({ rows: [] });
    }
  });

  it('reads many rows once each, in pages', async () => {
    const keys = Array.from({ length: 1203 }, (_, at) => `key ${at}`);
    const rows = await open(first, 'target');
    const written = keys.map((key) => ({ namespace: 'chat', key, value: '{}', expires: null }));
    await rows.tables.state.write(written);
    const read: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await rows.tables.state.read(after);
      read.push(...page.rows.map(({ key }) => key));
      if (page.next === undefined) break;
      after = page.next;
    }
    expect(read.toSorted()).toEqual(keys.toSorted());
  });

  describe('its lock', () => {
    it('is refused while a process delivers, and names it', async () => {
      await use(first, async (state) => {
        await state.lockForDelivery(NOW);
        const rows = await open(first, 'source');
        await expect(rows.lock()).rejects.toThrow('another Gazette process is using it');
        await expect(rows.lock()).rejects.toThrow(String(process.pid));
      });
    });

    it('keeps a process from changing what is moved', async () => {
      await fill();
      // Such as one that only answers people.
      await use(first, async (state) => {
        const rows = await open(first, 'source');
        await rows.lock();
        const before = await rows.tables.state.read();
        const change = state.states('chat').set('x', 'changed');
        expect(await rows.tables.state.read()).toEqual(before);
        await rows.close();
        await change;
        expect(await state.states('chat').get('x')).toBe('changed');
      });
    });
  });

  it('is no source if it does not exist', async () => {
    await expect(openRows(located(first), 'source')).rejects.toMatchObject({ reason: 'no-state' });
  });
}
