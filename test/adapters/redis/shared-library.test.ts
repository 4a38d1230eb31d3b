import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPositions } from '../../../adapters/redis/positions.ts';
import { createSharedLibrary } from '../../../adapters/redis/shared-library.ts';
import { openLocalLibrary } from '../../../adapters/sqlite/local-library.ts';
import type { State } from '../../../src/state.ts';
import { captured } from '../../contracts/library-store.ts';
import { makeEdition } from '../../fakes/subscription.ts';
import { idsOf, NOW } from '../../fixtures/deliveries.ts';
import { redisDatabase, redisState, skipWithoutRedis, temporaryStore, withLibrary } from '../../fixtures/redis.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const EVERYTHING = { sources: [], topics: [], without: [] };
const PAGE = { offset: 0, limit: 100 };

const article = (title: string, fields: object = {}) =>
  captured(`${title}.md`, { url: `https://example.org/${title}`, title, ...fields });
const add = ({ articles }: State, ...titles: string[]) => articles.save(titles.map((title) => article(title)));
const position = ({ articles }: State) => articles.position();

async function between({ articles }: State, after: number, upTo: number): Promise<string[]> {
  const { entries } = await articles.between({ after, upTo, withUpdates: true }, EVERYTHING, PAGE);
  return entries.map(({ title }) => title).toSorted();
}

describe('libraries of instances on one Redis server', () => {
  skipWithoutRedis();

  let url: string;
  let [one, other]: State[] = [];

  beforeEach(async () => {
    url = await temporaryStore();
    one = await redisState(url);
    other = await redisState(await withLibrary(url));
  });

  function both(): [State, State] {
    if (one === undefined || other === undefined) return expect.unreachable();
    return [one, other];
  }

  it('mean the same articles by the same positions, in whichever order they read them', async () => {
    const [a, b] = both();
    await add(a, 'x', 'y');
    await add(b, 'y', 'z', 'x');
    await add(a, 'z');
    expect([await position(a), await position(b)]).toEqual([3, 3]);
    for (const state of [a, b]) {
      expect(await between(state, 0, 2)).toEqual(['x', 'y']);
      expect(await between(state, 2, 3)).toEqual(['z']);
    }
  });

  it('do not pass a position before they have read what is there', async () => {
    const [a, b] = both();
    await add(a, 'x', 'y');
    await add(b, 'y');
    expect([await position(a), await position(b)]).toEqual([2, 0]);
    await add(b, 'x');
    expect(await position(b)).toBe(2);
  });

  it('leave a delivery to an instance that has its articles', async () => {
    const [a, b] = both();
    await add(a, 'x');
    const [early, late] = [makeEdition('early@1', { upTo: 0 }), makeEdition('late@1', { upTo: 1 })];
    await a.deliveries.add([{ ...early, to: { platform: 'telegram', chat: '9' } }, late], NOW);
    expect(idsOf(await b.deliveries.take('telegram', NOW, 10))).toEqual(['early@1']);
    await add(b, 'x');
    expect(idsOf(await b.deliveries.take('telegram', NOW, 10))).toEqual(['late@1']);
  });

  it('do not wait for ever for an article that they never get', async () => {
    const [a] = both();
    await add(a, 'x', 'y');
    const local = await openLocalLibrary(join(await temporaryFolder(), 'library.sqlite'), () => expect.unreachable());
    onTestFinished(() => local.close());
    let nowMs = 0;
    const positions = createPositions(redisDatabase(url));
    const { store, reach } = createSharedLibrary(local, positions, { monotonicMs: () => nowMs });
    await store.save([article('y')]);
    expect([await store.position(), await reach()]).toEqual([0, 0]);
    nowMs = 601_000;
    expect([await store.position(), await reach()]).toEqual([2, Number.POSITIVE_INFINITY]);
  });

  it('wait for ever if nobody reads articles into them', async () => {
    const [a] = both();
    await add(a, 'x');
    const local = await openLocalLibrary(join(await temporaryFolder(), 'library.sqlite'), () => expect.unreachable());
    onTestFinished(() => local.close());
    let nowMs = 0;
    const positions = createPositions(redisDatabase(url));
    const { store, reach, isStarved } = createSharedLibrary(local, positions, { monotonicMs: () => nowMs });
    for (const [at, expected] of [
      [0, false],
      [59_000, false],
      [601_000, true],
    ] as const) {
      nowMs = at;
      expect([await reach(), isStarved()]).toEqual([0, expected]);
    }
    await store.save([article('y')]);
    await reach();
    expect(isStarved()).toBe(false);
  });

  it('say once, in the log, that nobody reads articles into them, and are not ready meanwhile', async () => {
    const [a] = both();
    await add(a, 'x');
    const now = vi.spyOn(performance, 'now');
    onTestFinished(() => now.mockRestore());
    const reported: unknown[] = [];
    const empty = await redisState(await withLibrary(url), (error) => void reported.push(error));
    const look = async (state: State) => {
      await position(state);
      await state.maintain();
      return state.obstacle?.()?.message;
    };
    expect(await look(empty)).toBeUndefined();
    const startedAt = performance.now();
    now.mockImplementation(() => startedAt + 61_000);
    expect(await look(empty)).toMatch(/library\.sqlite: this library has no articles, .*SNAPSHOTS_DIR/u);
    await look(empty);
    expect(reported).toMatchObject([{ name: 'StoreError', reason: 'no-articles' }]);
    await add(empty, 'x');
    expect([await look(empty), await look(a)]).toEqual([undefined, undefined]);
  });

  it('do not miss an update that was followed by another before they read it', async () => {
    const [a, b] = both();
    await add(a, 'x');
    const changed = (title: string, year: number) =>
      captured(
        'x.md',
        { url: 'https://example.org/x', title, stampedAt: `${year}-01-01T00:00:00.000Z` },
        { bytes: title },
      );
    for (const [at, title] of ['first', 'second'].entries()) await a.articles.save([changed(title, 2030 + at)]);
    const database = redisDatabase(url);
    for (const event of await database.call<string[]>('HKEYS', database.key('arrivals')))
      await database.call('HSET', database.key('arrivals'), event, 0);
    await b.articles.save([changed('second', 2031)]);
    expect([await position(a), await position(b)]).toEqual([3, 3]);
  });

  it('announce an update once', async () => {
    const [a, b] = both();
    for (const state of [a, b]) await add(state, 'x');
    const fields = { url: 'https://example.org/x', title: 'changed', stampedAt: '2031-01-01T00:00:00.000Z' };
    for (const state of [a, b]) await state.articles.save([captured('changed.md', fields)]);
    expect([await position(a), await position(b)]).toEqual([2, 2]);
    for (const state of [a, b]) expect(await between(state, 1, 2)).toEqual(['changed']);
  });

  it('leave out backfill that another instance has collected', async () => {
    const [a, b] = both();
    const [old, fresh] = [article('old'), article('fresh')];
    if (!('capture' in old)) return expect.unreachable();
    await a.articles.markBackfill([old.capture.article.entry.id]);
    for (const state of [b, a]) await state.articles.save([old, fresh]);
    for (const state of [a, b]) expect(await between(state, 0, 2)).toEqual(['fresh']);
  });

  it('take an article for new that comes back after it has left', async () => {
    const [a, b] = both();
    for (const state of [a, b]) await add(state, 'x');
    for (const state of [a, b]) await state.articles.forget(['x.md']);
    expect(await between(b, 0, 1)).toEqual([]);
    for (const state of [a, b]) await add(state, 'x');
    expect(await between(b, 1, 2)).toEqual(['x']);
    expect([await position(a), await position(b)]).toEqual([2, 2]);
  });

  it('announce nothing again after a restart, nor after one left an article that the other still has', async () => {
    const [a] = both();
    const address = await withLibrary(url);
    const second = await redisState(address);
    for (const state of [a, second]) await add(state, 'x');
    await a.articles.forget(['x.md']);
    await second.close();
    const again = await redisState(address);
    expect(await position(again)).toBe(1);
    expect(await between(again, 0, 9)).toEqual([]);
  });

  it('are numbered anew on a server that knows nothing of them', async () => {
    const address = await withLibrary(url);
    const state = await redisState(address);
    await add(state, 'x');
    await state.close();
    const empty = new URL(await temporaryStore());
    empty.searchParams.set('library', new URL(address).searchParams.get('library') ?? '');
    const moved = await redisState(empty.href);
    expect([await position(moved), await between(moved, 0, 1)]).toEqual([1, ['x']]);
  });
});
