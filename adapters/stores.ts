import { z } from 'zod';
import { defineSettings } from '../src/config.ts';
import type { State } from '../src/state.ts';
import { createStateStore } from './keyv/state-store.ts';
import { UNFINISHED } from './migration/move-rows.ts';
import { postgresDriver } from './postgres/driver.ts';
import { createRedisDriver } from './redis/driver.ts';
import type { StoreBackup, StoreDriver, StoreLocation } from './shared/store-driver.ts';
import { storeError } from './shared/store-failure.ts';
import { NOTES_NAMESPACE, type RowsOptions, type StoreRows } from './shared/store-rows.ts';
import { sqliteDriver } from './sqlite/driver.ts';
import { openLocalLibrary } from './sqlite/local-library.ts';

/** The kinds of stores, by the scheme of their addresses. */
const drivers = {
  sqlite: sqliteDriver,
  postgres: postgresDriver,
  postgresql: postgresDriver,
  redis: createRedisDriver('redis', openLocalLibrary),
  rediss: createRedisDriver('rediss', openLocalLibrary),
} as const satisfies Record<string, StoreDriver>;

/** The location of all state. */
export interface StoreSettings extends StoreLocation {
  scheme: keyof typeof drivers;
}

/** The settings of the store. */
export const storeSettings = defineSettings(
  z.object({ STORE_URL: z.string().default('sqlite:data/state.sqlite').transform(toStore) }),
  ({ STORE_URL: store }) => store,
);

/** Opens the store. `report` receives each entry that cannot be read and is skipped; without it, reading it fails. */
export async function openState(
  { scheme, location, label = location }: Pick<StoreSettings, 'scheme' | 'location'> & { label?: string },
  report: (error: unknown) => void = failReading,
): Promise<State> {
  const state = await drivers[scheme].open(location, {
    createStateStore: (store) => createStateStore(store, report),
    report,
  });
  try {
    const unfinished = await state.states(NOTES_NAMESPACE).get(UNFINISHED);
    if (unfinished !== undefined) throw storeError('migrating', label);
    return state;
  } catch (error) {
    await state.close();
    throw error;
  }
}

/** Opens the store as rows, to move it. Rejects with `StoreError`. */
export function openRows({ scheme, location }: StoreSettings, as: RowsOptions['as']): Promise<StoreRows> {
  return drivers[scheme].openRows(location, {
    as,
    createStateStore: (store) => createStateStore(store, failReading),
  });
}

/** Copies all state to a file that does not exist yet. Rejects with `StoreError`. */
export function backUpState({ scheme, location }: StoreSettings, file: string): Promise<StoreBackup> {
  return drivers[scheme].backUp(location, file);
}

/** Puts a backup in the place of the state. Rejects with `StoreError`, and changes nothing, if that is not possible. */
export function restoreState({ scheme, location }: StoreSettings, from: { file: string; now: Date }) {
  return drivers[scheme].restore(location, from);
}

/** Reads the address of a store. It may contain a password, so the problem repeats only its scheme. */
export function parseStoreUrl(url: string): StoreSettings | { problem: string } {
  const [, typed, rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(url) ?? [];
  const scheme = typed?.toLowerCase() ?? '';
  const unknown =
    typed === undefined ? 'is not a store address.' : `starts with ${typed}:, which is not supported yet.`;
  const found = isKnown(scheme) ? { scheme, ...drivers[scheme].parse(rest) } : { problem: unknown };
  if (!('problem' in found)) return found;
  const usage = new Set(Object.values(drivers).map((driver) => driver.usage));
  return { problem: [found.problem, ...usage].join(' ') };
}

function toStore(url: string, context: z.RefinementCtx): StoreSettings {
  const found = parseStoreUrl(url);
  if (!('problem' in found)) return found;
  context.addIssue({ code: 'custom', message: found.problem });
  return z.NEVER;
}

function isKnown(scheme: string): scheme is keyof typeof drivers {
  return Object.hasOwn(drivers, scheme);
}

function failReading(error: unknown): never {
  throw error;
}
