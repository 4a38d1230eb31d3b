import Keyv, { type KeyvStoreAdapter } from 'keyv';
import { StoreError } from '../../src/library/store-error.ts';
import type { StateStore } from '../../src/state-store.ts';

/**
 * Creates a state store on a Keyv store. An unreachable store rejects. A lifetime of zero or less removes the key. A value
 * that cannot be parsed is reported, reads as absent, and stays until it is replaced.
 * Keyv's own key prefix is off: with it, the keys `a:x` and `x` would collide in the namespace `a`.
 */
export function createStateStore(store: KeyvStoreAdapter, report: (error: unknown) => void): StateStore {
  // By default Keyv returns undefined for an unreachable store, and also throws if `error` has no listener.
  const keyv = new Keyv({ store, throwOnErrors: true, emitErrors: false, useKeyPrefix: false });
  return {
    async get<Value>(key: string) {
      try {
        return await keyv.get<Value>(key);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        report(
          new StoreError('unreadable', `The stored value "${key}" cannot be read and is skipped: ${error.message}`),
        );
        return undefined;
      }
    },
    async set(key, value, ttlMs) {
      if (ttlMs !== undefined && ttlMs <= 0) await keyv.delete(key);
      else await keyv.set(key, value, ttlMs);
    },
    async delete(key) {
      await keyv.delete(key);
    },
    async deleteUnder(prefix) {
      if (keyv.iterator === undefined) throw new Error('This store cannot go through its keys.');
      for await (const [key] of keyv.iterator(undefined)) {
        if (typeof key === 'string' && key.startsWith(prefix)) await keyv.delete(key);
      }
    },
  };
}
