import type { State } from '../src/state.ts';
import { createStateStore } from './keyv/state-store.ts';
import { sqliteDriver } from './sqlite/driver.ts';
import type { StoreDriver } from './store-driver.ts';

/** The kinds of stores, by the scheme of their addresses. */
const drivers = { sqlite: sqliteDriver } as const satisfies Record<string, StoreDriver>;

/** Where all state is stored. */
export interface StoreAddress {
  scheme: keyof typeof drivers;
  /** What follows the scheme, as the driver reads it. */
  location: string;
}

/** Opens the store of an address. */
export function openState({ scheme, location }: StoreAddress): Promise<State> {
  return drivers[scheme].open(location, createStateStore);
}
