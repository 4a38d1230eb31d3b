import type { DatabaseSync } from 'node:sqlite';
import { storeError } from '../shared/store-failure.ts';
import { transact } from './transact.ts';

/** The file to migrate, with the statement at index N that migrates the schema from version N to N + 1. */
interface Migration {
  path: string;
  migrations: readonly string[];
}

/** Migrates a file's schema, in one transaction. Throws `StoreError` if the file is newer, or not Gazette's; then it is unchanged. */
export function migrate(connection: DatabaseSync, { path, migrations }: Migration): void {
  assertOwn(connection, { path, migrations });
  if (schemaVersionOf(connection) === migrations.length) return;
  transact(connection, () => {
    // Another process may have migrated it meanwhile.
    const from = assertOwn(connection, { path, migrations });
    for (const migration of migrations.slice(from)) connection.exec(migration);
    connection.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

/** The version of the schema. Throws `StoreError` if its tables are not those that the migrations up to it make. */
export function assertOwn(connection: DatabaseSync, { path, migrations }: Migration): number {
  const version = schemaVersionOf(connection);
  if (version > migrations.length) throw storeError('newer', path);
  const names = new Set(
    connection
      .prepare('SELECT name FROM sqlite_schema')
      .all()
      .map(({ name }) => name),
  );
  const made = tablesOf(migrations.slice(0, Math.max(0, version)));
  const missing = tablesOf(migrations.slice(Math.max(0, version)));
  const isForeign = version < 0 || (version === 0 && names.size > 0);
  if (isForeign || made.some((name) => !names.has(name)) || missing.some((name) => names.has(name)))
    throw storeError('foreign', path);
  return version;
}

function tablesOf(migrations: readonly string[]): string[] {
  return migrations.flatMap((sql) =>
    [...sql.matchAll(/CREATE (?:VIRTUAL )?TABLE (\w+)/g)].map(([, name = '']) => name),
  );
}

function schemaVersionOf(connection: DatabaseSync): number {
  return Number(connection.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}
