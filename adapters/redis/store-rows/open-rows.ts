import { existsSync } from 'node:fs';
import type { LocalLibrary, OpenLocalLibrary } from '../../shared/local-library.ts';
import { storeError } from '../../shared/store-failure.ts';
import { NOTES_NAMESPACE, type RowsOptions, type StoreRows } from '../../shared/store-rows.ts';
import { MOVING } from '../commit-script.ts';
import { type Database, openDatabase } from '../database.ts';
import { leaseOf } from '../find-living.ts';
import { createKeyvStore } from '../keyv-store.ts';
import { parseLocation } from '../location.ts';
import { createPositions } from '../positions.ts';
import { createSharedLibrary } from '../shared-library.ts';
import { createLibraryTables, nameUpdates } from './library-tables.ts';
import { createServerTables } from './row-tables.ts';
import { findKeys } from './state-table.ts';

/** So long nobody may change state after the process that moves it has died. */
const HOLD_MS = 60_000;
const RENEW_MS = 15_000;

/** Opens a store as rows, with the library of this machine. Rejects with `StoreError`. */
export async function openRows(
  location: string,
  { as, createStateStore, openLibrary }: RowsOptions & { openLibrary: OpenLocalLibrary },
): Promise<StoreRows> {
  const parsed = parseLocation(location);
  const { label, library: file } = parsed;
  const database = openDatabase(parsed);
  try {
    const isThere = (await database.call<number>('EXISTS', database.key('version'))) === 1;
    if (as === 'source' && !isThere) throw storeError('no-state', label);
    if (as === 'source' && !existsSync(file)) throw storeError('no-state', file);
    await database.call('SET', database.key('version'), 1, 'NX');
    const local = await openLibrary(file, failReading);
    return await toRows(database, local, { label, as, createStateStore });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function toRows(
  database: Database,
  local: LocalLibrary,
  { label, as, createStateStore }: RowsOptions & { label: string },
): Promise<StoreRows> {
  const positions = createPositions(database);
  const shared = createSharedLibrary(local, positions);
  const name = await positions.name();
  let timer: NodeJS.Timeout | undefined;
  const hold = () => database.call('SET', database.key(MOVING), 1, 'PX', HOLD_MS);
  return {
    label,
    identity: `redis ${name}`,
    tables: { ...createLibraryTables(local, positions), ...createServerTables(database) },
    notes: createStateStore(createKeyvStore(database, NOTES_NAMESPACE)),
    async lock() {
      await assertUnused(database);
      if (as === 'target' || timer !== undefined) return;
      // What has just been read has no position yet.
      await shared.reach();
      await local.freeze();
      await hold();
      // If the server is away, the comparison finds what was changed meanwhile.
      timer = setInterval(() => void hold().catch(() => undefined), RENEW_MS).unref();
    },
    async finish() {
      await nameUpdates(local, positions);
      const last = await positions.last();
      await local.remember(JSON.stringify({ name, local: last, last }));
    },
    async clear() {
      await local.clear();
      const kept = ['version', 'arrivals:name', `state:${NOTES_NAMESPACE}`].map(database.key);
      for (const key of await findKeys(database)) if (!kept.includes(key)) await database.call('DEL', key);
    },
    async close() {
      clearInterval(timer);
      if (timer !== undefined) await database.call('DEL', database.key(MOVING));
      timer = undefined;
      await database.close();
      await local.close();
    },
  };
}

/** Rejects if a process delivers. */
async function assertUnused(database: Database): Promise<void> {
  const begin = database.key(leaseOf(''));
  const leases = (await findKeys(database)).filter((key) => key.startsWith(begin));
  const found = await Promise.all(leases.map((lease) => database.call<string | null>('GET', lease)));
  const names = found.filter((name) => name !== null);
  if (names.length > 0) throw storeError('in-use', database.label, { detail: `(${names.join(', ')})` });
}

function failReading(error: unknown): never {
  throw error;
}
