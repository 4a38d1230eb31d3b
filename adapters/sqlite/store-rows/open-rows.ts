import { existsSync, statSync } from 'node:fs';
import { storeError } from '../../shared/store-failure.ts';
import { NOTES_NAMESPACE, type RowsOptions, type StoreRows } from '../../shared/store-rows.ts';
import { openDatabase } from '../database.ts';
import { createKeyvStore } from '../keyv-store.ts';
import { lockToMove } from '../process-lock.ts';
import { MIGRATIONS } from '../schema.ts';
import { clearRows, createRowTables } from './row-tables.ts';

/** Opens a state file as rows. Rejects with `StoreError`. */
export async function openRows(path: string, { as, createStateStore }: RowsOptions): Promise<StoreRows> {
  if (as === 'source' && !existsSync(path)) throw storeError('no-state', path);
  const database = openDatabase(path, { migrations: MIGRATIONS, durable: true });
  let unlock: (() => void) | undefined;
  return {
    label: path,
    identity: identityOf(path),
    tables: createRowTables(database),
    notes: createStateStore(createKeyvStore(database, NOTES_NAMESPACE)),
    async lock() {
      unlock ??= lockToMove(database);
      // Those who only chat or collect have no lock: they cannot write until `close`.
      if (as === 'source') database.run('BEGIN IMMEDIATE');
    },
    finish: async () => undefined,
    clear: async () => clearRows(database),
    async close() {
      database.close();
      unlock?.();
      unlock = undefined;
    },
  };
}

/** However the file was named. */
function identityOf(path: string): string {
  const { dev, ino } = statSync(path);
  return `sqlite ${dev} ${ino}`;
}
