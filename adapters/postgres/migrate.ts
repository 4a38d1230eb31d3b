import { storeError } from '../shared/store-failure.ts';
import type { Database, Queries } from './database.ts';

/** Migrates the schema, in one transaction. Rejects with `StoreError` if it is newer, or not Gazette's; then it is unchanged. */
export async function migrate(database: Database, migrations: readonly string[]): Promise<void> {
  const { label } = database;
  await database.transaction(async (queries) => {
    // Another process may migrate it at the same time.
    await queries.row(`SELECT pg_advisory_xact_lock(hashtextextended('gazette ' || current_schema(), 0))`);
    const from = await schemaVersionOf(queries);
    if (from > migrations.length) throw storeError('newer', label);
    if (from === migrations.length) return;
    if (from === 0) await create(queries, label);
    for (const migration of migrations.slice(from)) await queries.run(migration);
    await queries.run('UPDATE gazette_schema SET version = $1', migrations.length);
  });
}

async function create(queries: Queries, label: string): Promise<void> {
  const encoding = await queries.row<{ name: string }>(`SELECT current_setting('server_encoding') AS name`);
  const others = await queries.row<{ total: number }>(
    `SELECT count(*) AS total FROM pg_tables WHERE schemaname = current_schema()`,
  );
  if (encoding?.name !== 'UTF8' || (others?.total ?? 0) > 0) throw storeError('foreign-database', label);
  await queries.run('CREATE TABLE gazette_schema (version INTEGER NOT NULL)');
  await queries.run('INSERT INTO gazette_schema VALUES (0)');
}

/** Whether a database has tables of Gazette. */
export async function hasSchema(queries: Queries): Promise<boolean> {
  const found = await queries.row<{ name: string | null }>(
    `SELECT to_regclass(quote_ident(current_schema()) || '.gazette_schema')::text AS name`,
  );
  return (found?.name ?? null) !== null;
}

/** 0 for a database without tables of Gazette. */
async function schemaVersionOf(queries: Queries): Promise<number> {
  if (!(await hasSchema(queries))) return 0;
  return (await queries.row<{ version: number }>('SELECT version FROM gazette_schema'))?.version ?? 0;
}
