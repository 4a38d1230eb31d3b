import type { State } from '../../src/state.ts';
import type { StateStore } from '../../src/state-store.ts';
import type { KeyvStore } from './keyv-store.ts';
import type { RowsOptions, StoreRows } from './store-rows.ts';

/** A kind of store, chosen by the scheme of `STORE_URL`. */
export interface StoreDriver {
  /** The form of its addresses. */
  readonly usage: string;
  /** Parses the address after the scheme. The problem does not quote the address, since it may contain a password. */
  parse(rest: string): StoreLocation | { problem: string };
  /**
   * Opens all state, and creates it if it does not exist. `createStateStore` makes a state store of a Keyv store; `report`
   * receives the entries that cannot be read. Rejects with a `StoreError` that names the store and the remedy.
   */
  open(location: string, options: OpenOptions): Promise<State>;
  /** Copies all state to a file, also while a bot runs, and checks the copy. Rejects with `StoreError`. */
  backUp(location: string, file: string): Promise<StoreBackup>;
  /**
   * Puts a backup in the place of the state, which is kept as `replaced`. Rejects with `StoreError`, and changes nothing, if the
   * file is no backup or a bot is running.
   */
  restore(location: string, from: { file: string; now: Date }): Promise<StoreBackup & { replaced?: string }>;
  /** Opens all state as rows, to move it. Rejects with `StoreError`. */
  openRows(location: string, options: RowsOptions): Promise<StoreRows>;
}

/** What is in a backup. */
export interface StoreBackup {
  subscriptions: number;
  articles: number;
}

export interface OpenOptions {
  createStateStore(store: KeyvStore): StateStore;
  report(error: unknown): void;
}

/** The location of a store. */
export interface StoreLocation {
  /** For the driver. */
  location: string;
  /** For messages: without a password. */
  label: string;
}
