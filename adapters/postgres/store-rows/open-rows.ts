import { storeError } from '../../shared/store-failure.ts';
import { NOTES_NAMESPACE, type RowsOptions, type StoreRows } from '../../shared/store-rows.ts';
import { type Database, openDatabase } from '../database.ts';
import { createKeyvStore } from '../keyv-store.ts';
import { toLabel } from '../location.ts';
import { hasSchema, migrate } from '../migrate.ts';
import { MIGRATIONS } from '../schema.ts';
import { holdTables, type TableHold } from './hold-tables.ts';
import { clearRows, continueNumbers, createRowTables } from './row-tables.ts';

/** Opens a database as rows. Rejects with `StoreError`. */
export async function openRows(location: string, { as, createStateStore }: RowsOptions): Promise<StoreRows> {
  const label = toLabel(location);
  const database = await openDatabase(location, label);
  let hold: TableHold | undefined;
  try {
    if (as === 'source' && !(await hasSchema(database))) throw storeError('no-state', label);
    await migrate(database, MIGRATIONS);
    return {
      label,
      identity: await identityOf(database),
      tables: createRowTables(database),
      notes: createStateStore(createKeyvStore(database, NOTES_NAMESPACE)),
      async lock() {
        hold ??= await holdTables(location, { label, freeze: as === 'source' });
      },
      finish: () => continueNumbers(database),
      clear: () => clearRows(database),
      async close() {
        await hold?.end();
        hold = undefined;
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** However the server was named. */
async function identityOf(database: Database): Promise<string> {
  const found = await database.row<{ identity: string }>(
    `SELECT concat_ws(' ', (SELECT system_identifier FROM pg_control_system()), current_database(), current_schema())
     AS identity`,
  );
  return `postgres ${found?.identity}`;
}
