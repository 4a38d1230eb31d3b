import Keyv, { type KeyvStoreAdapter } from 'keyv';
import { StoreError } from '../../src/library/store-error.ts';
import type { StateStore } from '../../src/state-store.ts';

/**
 * Small pieces of state in a Keyv store of their own. A store that is out of reach rejects; a lifetime of zero or less
 * removes the key. A value that cannot be read is reported, reads as absent, and is kept until it is replaced. Keys are the store's as they are: Keyv's own prefix would let `a:x` and `x` meet in the namespace `a`.
 */
export function createStateStore(store: KeyvStoreAdapter, report: (error: unknown) => void): StateStore {
  // By default Keyv answers "absent" for a dead store, and throws a second time where nobody listens for `error`.
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
