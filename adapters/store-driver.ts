import type { KeyvStoreAdapter } from 'keyv';
import type { State } from '../src/state.ts';
import type { StateStore } from '../src/state-store.ts';

/** A kind of store, chosen by the scheme of `STORE_URL`. */
export interface StoreDriver {
  /**
   * Opens all state, and creates it where there is none. `createStateStore` makes a state store of a Keyv store.
   * Rejects with one `StoreError` that names the store and says what helps.
   */
  open(location: string, createStateStore: (store: KeyvStoreAdapter) => StateStore): Promise<State>;
}
