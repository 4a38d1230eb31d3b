import { join } from 'node:path';
import Keyv, { type KeyvStoreAdapter } from 'keyv';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Database, openDatabase } from '../../../adapters/sqlite/database.ts';
import { createKeyvStore } from '../../../adapters/sqlite/keyv-store.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import { openState } from '../../../adapters/stores.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const START = Date.UTC(2024, 4, 1);

let database: Database;
let store: KeyvStoreAdapter;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  database = openDatabase(':memory:', { migrations: MIGRATIONS });
  store = createKeyvStore(database, 'chats');
});
afterEach(() => {
  database.close();
  vi.useRealTimers();
});

const passMs = (ms: number) => vi.setSystemTime(Date.now() + ms);
const rows = () => database.row<{ total: number }>('SELECT count(*) AS total FROM state')?.total;
const iterate = (of: KeyvStoreAdapter) => of.iterator?.() as AsyncIterable<[key: string, value: string]>;
const entries = (of: KeyvStoreAdapter) => Array.fromAsync(iterate(of));

describe('a key', () => {
  it('has the value set last', async () => {
    await store.set('a', 'one');
    await store.set('a', 'two');
    expect(await store.get('a')).toBe('two');
    expect(await store.has?.('a')).toBe(true);
    expect(rows()).toBe(1);
  });

  it('is absent before it is set and after it is deleted, which returns whether it existed', async () => {
    await store.set('a', '');
    expect(await store.get('a')).toBe('');
    expect([await store.delete('a'), await store.delete('a')]).toEqual([true, false]);
    expect([await store.get('a'), await store.has?.('a')]).toEqual([undefined, false]);
  });

  it.each(["'; DROP TABLE state; --", '聊天:1', 'a%', 'a_', 'a\0b', 'A', ' a', '%'])(
    'may be any text: %j',
    async (key) => {
      await store.set(key, 'it');
      await store.set('a', 'other');
      expect(await store.get(key)).toBe('it');
      await store.delete('a');
      expect(await store.get(key)).toBe('it');
    },
  );

  it('is returned among others, in the requested order', async () => {
    await store.set('a', '1');
    await store.set('c', '3');
    expect(await store.getMany?.(['c', 'b', 'a'])).toEqual(['3', undefined, '1']);
  });
});

describe('a lifetime', () => {
  it('expires to the millisecond, for get, has and iteration alike', async () => {
    await store.set('short', 'x', 1000);
    await store.set('long', 'y', 2000);
    await store.set('ever', 'z');
    passMs(999);
    expect(await store.get('short')).toBe('x');
    passMs(1);
    expect([await store.get('short'), await store.has?.('short')]).toEqual([undefined, false]);
    expect(await entries(store)).toEqual([
      ['ever', 'z'],
      ['long', 'y'],
    ]);
  });

  it('restarts with each set, and is removed by a set without one', async () => {
    await store.set('a', 'x', 1000);
    passMs(900);
    await store.set('a', 'x', 1000);
    passMs(900);
    expect(await store.get('a')).toBe('x');
    await store.set('a', 'x');
    passMs(1e12);
    expect(await store.get('a')).toBe('x');
  });

  it('may have a fraction of a millisecond', async () => {
    await store.set('a', 'x', 0.5);
    expect(await store.get('a')).toBe('x');
    passMs(1);
    expect(await store.get('a')).toBeUndefined();
  });

  it.each(['at the next opening', 'while the file is in use'])(
    'that has expired is deleted %s, and nothing else is',
    async (when) => {
      const path = join(await temporaryFolder(), 'state.sqlite');
      const first = await openState({ scheme: 'sqlite', location: path });
      await first.states('chats').set('short', 1, 1000);
      await first.states('history').set('short', 1, 1000);
      await first.states('history').set('long', 2, 5000);
      await first.states('chats').set('ever', 3);
      passMs(1000);
      if (when === 'while the file is in use') {
        await first.maintain();
        const seen = openDatabase(path, { migrations: MIGRATIONS });
        expect(seen.row('SELECT count(*) AS total FROM state')).toMatchObject({ total: 2 });
        seen.close();
      }
      await first.close();
      const second = await openState({ scheme: 'sqlite', location: path });
      expect(await second.states('history').get('long')).toBe(2);
      await second.close();
      const left = openDatabase(path, { migrations: MIGRATIONS });
      expect(left.rows('SELECT namespace, key FROM state ORDER BY 1')).toMatchObject([
        { namespace: 'chats', key: 'ever' },
        { namespace: 'history', key: 'long' },
      ]);
      left.close();
    },
  );
});

describe('a namespace', () => {
  it('sees, lists and clears its own keys only', async () => {
    const other = createKeyvStore(database, 'chats:a');
    await store.set('a', 'here');
    await other.set('a', 'there');
    await store.set('a:a', 'here too');
    expect([await store.get('a'), await other.get('a')]).toEqual(['here', 'there']);
    expect(await entries(other)).toEqual([['a', 'there']]);
    await store.clear();
    expect(await entries(store)).toEqual([]);
    expect(await other.get('a')).toBe('there');
    expect(await other.delete('a:a')).toBe(false);
  });
});

describe('an iteration', () => {
  const key = (number: number) => `chat ${String(number).padStart(6, '0')}`;
  const THOUSANDS = 12_345;
  const fill = (count: number) =>
    database.transaction(() => {
      for (let number = 0; number < count; number += 1) {
        database.run('INSERT INTO state VALUES (?, ?, ?, NULL)', 'chats', key(number), `"${number}"`);
      }
    });

  it('returns each of thousands of keys once', async () => {
    fill(THOUSANDS);
    const found = await entries(store);
    expect(found).toHaveLength(THOUSANDS);
    expect(new Set(found.map(([name]) => name)).size).toBe(THOUSANDS);
    expect(found.at(-1)).toEqual([key(THOUSANDS - 1), `"${THOUSANDS - 1}"`]);
  });

  it.each([0, 1, 499, 500, 501, 1000])('returns all of %i keys', async (count) => {
    fill(count);
    expect(await entries(store)).toHaveLength(count);
  });

  it('loses no key if others are deleted and set meanwhile', async () => {
    fill(2000);
    const seen: string[] = [];
    for await (const [name] of iterate(store)) {
      seen.push(name);
      await store.delete(name);
      await store.set(`a new ${name}`, '"x"');
    }
    expect(seen).toEqual(Array.from({ length: 2000 }, (_, number) => key(number)));
    expect(await store.get(key(0))).toBeUndefined();
  });

  it('is that of Keyv, with the values as set', async () => {
    const keyv = new Keyv({ store, useKeyPrefix: false });
    await keyv.set('一', { zone: '亚洲/上海' });
    await keyv.set('b', [1, null], 1000);
    const found: unknown[] = [];
    for await (const entry of keyv.iterator?.('chats') ?? []) found.push(entry);
    expect(found).toEqual([
      ['b', [1, null]],
      ['一', { zone: '亚洲/上海' }],
    ]);
  });
});
