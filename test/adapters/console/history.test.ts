import { describe, expect, it } from 'vitest';
import { createHistory } from '../../../adapters/console/history.ts';
import type { StateStore } from '../../../src/state-store.ts';

function unwanted(error: unknown): void {
  expect.unreachable(String(error));
}

function memory(): Pick<StateStore, 'get' | 'set'> {
  const kept = new Map<string, unknown>();
  return {
    get: async <Value>(key: string) => kept.get(key) as Value | undefined,
    set: async (key, value) => void kept.set(key, structuredClone(value)),
  };
}

describe('the history', () => {
  it('is there again after a restart', async () => {
    const state = memory();
    const before = createHistory(state, unwanted);
    expect(await before.load()).toEqual([]);
    before.save(['/articles']);
    before.save(['/article 1', '/articles\u009B']);
    await before.saved();
    expect(await createHistory(state, unwanted).load()).toEqual(['/article 1', '/articles']);
  });

  it('skips stored entries that are not lines', async () => {
    const state = memory();
    await state.set('history', ['/help', 7, null, '/articles']);
    expect(await createHistory(state, unwanted).load()).toEqual(['/help', '/articles']);
  });

  it('keeps what was typed even if the list changes afterwards', async () => {
    const state = memory();
    const history = createHistory(state, unwanted);
    const lines = ['/help'];
    history.save(lines);
    lines.push('changed');
    await history.saved();
    expect(await history.load()).toEqual(['/help']);
  });

  it('goes on without where the store fails, and says so once', async () => {
    const told: unknown[] = [];
    const broken = { get: () => Promise.reject(new Error('full')), set: () => Promise.reject(new Error('full')) };
    const history = createHistory(broken, (error) => told.push(error));
    expect(await history.load()).toEqual([]);
    history.save(['a']);
    history.save(['b', 'a']);
    await history.saved();
    expect(told).toHaveLength(1);
  });

  it('is not upset by what it did not write', async () => {
    const state = memory();
    await state.set('history', { not: 'a list' });
    expect(await createHistory(state, unwanted).load()).toEqual([]);
  });
});
