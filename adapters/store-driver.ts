import type { KeyvStoreAdapter } from 'keyv';
import type { State } from '../src/state.ts';
import type { StateStore } from '../src/state-store.ts';

/** A kind of store, chosen by the scheme of `STORE_URL`. */
export interface StoreDriver {
  /** How such an address is written. */
  readonly usage: string;
  /** Reads what follows the scheme. The problem names what is wrong without repeating it: an address may hold a password. */
  parse(rest: string): StoreLocation | { problem: string };
  /**
   * Opens all state, and creates it where there is none. `createStateStore` makes a state store of a Keyv store; `report`
   * receives what cannot be read.
   * Rejects with one `StoreError` that names the store and says what helps.
   */
  open(location: string, options: OpenOptions): Promise<State>;
}

export interface OpenOptions {
  createStateStore(store: KeyvStoreAdapter): StateStore;
  report(error: unknown): void;
}

/** Where a store is. */
export interface StoreLocation {
  /** As the driver opens it. */
  location: string;
  /** As it may be shown: without a password. */
  label: string;
}
