import type { StoreDriver } from '../shared/store-driver.ts';
import { storeError } from '../shared/store-failure.ts';
import { readLocation, toLabel } from './location.ts';

/** All state in one PostgreSQL database, which any number of processes share; a location is its address. Loads `pg` only when it is needed. */
export const postgresDriver: StoreDriver = {
  usage: 'Use postgres: with a user and a database, such as postgres://user:password@host/database.',
  parse: readLocation,
  open: async (location, options) => (await import('./open-state.ts')).openPostgresState(location, options),
  async backUp(location) {
    throw storeError('dump', toLabel(location));
  },
  async restore(location) {
    throw storeError('dump', toLabel(location));
  },
  openRows: async (location, options) => (await import('./store-rows/open-rows.ts')).openRows(location, options),
};
