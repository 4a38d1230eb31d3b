import type { Update } from 'telegraf/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { createInbox } from '../../../adapters/telegram/updates/inbox.ts';
import type { StateStore } from '../../../src/state-store.ts';
import { createFakeStateStore } from '../../fakes/state-store.ts';

const HOUR_MS = 60 * 60_000;
const update = (id: number) => ({ update_id: id }) as Update;

let clock: { nowMs: number; fail?: Error };
let store: StateStore;
let reported: unknown[];

beforeEach(() => {
  clock = { nowMs: 0 };
  store = createFakeStateStore(clock);
  reported = [];
});

const start = () => createInbox(store, (error) => void reported.push(error));
const left = async () => (await start().takeLeft()).map(({ update_id: id }) => id);

describe('the updates that nobody has answered yet', () => {
  it('are there for the next process, once', async () => {
    const inbox = start();
    await inbox.add([update(1), update(2)]);
    await inbox.add([update(3)]);
    await inbox.remove(update(2));
    expect(await left()).toEqual([1, 3]);
    expect(await left()).toEqual([]);
  });

  it('are not lost if two processes write at once, such as while one takes over', async () => {
    const [first, second] = [start(), start()];
    await first.add([update(1), update(2)]);
    await second.add([update(3)]);
    await first.remove(update(1));
    await second.add([update(4)]);
    expect(await left()).toEqual([2, 3, 4]);
    await first.add([update(5)]);
    expect(await left()).toEqual([5]);
  });

  it('are those of an earlier version too, which kept them in one entry', async () => {
    await store.set('inbox', [update(1), update(2)]);
    await start().add([update(3)]);
    expect(await left()).toEqual([1, 2, 3]);
    expect(await left()).toEqual([]);
  });

  it('are the newest hundred of more', async () => {
    await start().add(Array.from({ length: 120 }, (_, id) => update(id)));
    expect(await left()).toEqual(Array.from({ length: 100 }, (_, at) => at + 20));
  });

  it('are dropped after an hour, when the answer would surprise', async () => {
    await start().add([update(1)]);
    clock.nowMs = HOUR_MS;
    expect(await left()).toEqual([]);
  });

  it('are not written where nothing changes', async () => {
    clock.fail = new Error('The store is full.');
    await start().add([]);
    await start().remove(update(1));
    expect(reported).toEqual([]);
  });

  it('are reported, and lost only if the process dies, while the store is out of reach', async () => {
    const inbox = start();
    clock.fail = new Error('The store is full.');
    await inbox.add([update(1)]);
    expect(await inbox.takeLeft()).toEqual([]);
    expect(reported).toEqual([clock.fail, clock.fail]);
    delete clock.fail;
    await inbox.add([update(2)]);
    expect(await left()).toEqual([1, 2]);
  });
});
