import Keyv from 'keyv';
import { StoreError } from '../../src/library/store-error.ts';
import type { StateStore } from '../../src/state-store.ts';
import type { KeyvStore } from '../shared/keyv-store.ts';

/**
 * Creates a state store on a Keyv store. An unreachable store rejects. A lifetime of zero or less removes the key. A value
 * that cannot be parsed is reported, reads as absent, and stays until it is replaced.
 * Keyv's own key prefix is off: with it, the keys `a:x` and `x` would collide in the namespace `a`.
 */
export function createStateStore(store: KeyvStore, report: (error: unknown) => void): StateStore {
  // By default Keyv returns undefined for an unreachable store, and also throws if `error` has no listener.
  const keyv = new Keyv({ store, throwOnErrors: true, emitErrors: false, useKeyPrefix: false });

  async function get<Value>(key: string): Promise<Value | undefined> {
    try {
      return await keyv.get<Value>(key);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      report(new StoreError('unreadable', `The stored value "${key}" cannot be read and is skipped: ${error.message}`));
      return undefined;
    }
  }

  /** Keyv's own iterator fails at a value that cannot be parsed. */
  async function keysUnder(prefix: string): Promise<string[]> {
    if (store.iterator === undefined) throw new Error('This store cannot go through its keys.');
    const keys: string[] = [];
    for await (const [key] of store.iterator(store.namespace) as AsyncIterable<[unknown, unknown]>) {
      if (typeof key === 'string' && key.startsWith(prefix)) keys.push(key);
    }
    return keys;
  }

  return {
    get,
    async set(key, value, ttlMs) {
      if (ttlMs !== undefined && ttlMs <= 0) await keyv.delete(key);
      else await keyv.set(key, value, ttlMs);
    },
    async putIfAbsent(key, value, ttlMs) {
      const data = await keyv.serializeData({ value, expires: Date.now() + ttlMs });
      if (typeof data !== 'string') throw new Error('Keyv did not serialize a value.');
      return await store.putIfAbsent(key, data, ttlMs);
    },
    async delete(key) {
      await keyv.delete(key);
    },
    async readUnder<Value>(prefix: string) {
      const found: { key: string; value: Value }[] = [];
      for (const key of await keysUnder(prefix)) {
        const value = await get<Value>(key);
        if (value !== undefined) found.push({ key, value });
      }
      return found;
    },
    async deleteUnder(prefix) {
      for (const key of await keysUnder(prefix)) await keyv.delete(key);
    },
  };
}
