import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { storeError, toStoreError } from './errors.ts';

/** An SQLite file. Every method throws `StoreError` if the file cannot be used. */
export interface Database {
  readonly path: string;
  run(sql: string, ...values: SQLInputValue[]): number;
  /** The first row, or undefined. */
  row<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  rows<Row>(sql: string, ...values: SQLInputValue[]): Row[];
  /** Commits everything that `work` does, or rolls it back. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

export interface DatabaseOptions {
  /** The statement at index N migrates the schema from version N to N + 1. */
  migrations: readonly string[];
  /** Flushes to disk at each commit, so that a power failure loses no transaction. */
  durable?: boolean;
}

/** How long to wait for a lock of another process. */
const BUSY_TIMEOUT_MS = 10_000;

/** Opens the file and migrates its schema; creates the file and its folders if needed. */
export function openDatabase(path: string, { migrations, durable = false }: DatabaseOptions): Database {
  const connection = connect(path);
  try {
    connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    enableWriteAheadLog(connection);
    connection.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    connection.exec('PRAGMA foreign_keys = ON');
    connection.exec('PRAGMA cache_size = -16000');
    migrate(connection, path, migrations);
    return wrap(connection, path);
  } catch (error) {
    connection.close();
    throw toStoreError(error, path);
  }
}

function connect(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') createFolder(dirname(path));
    return new DatabaseSync(path);
  } catch (error) {
    throw toStoreError(error, path);
  }
}

const MAX_WAL_ATTEMPTS = 20;

/** While another process writes to a new file, SQLite refuses WAL at once; waiting for an exclusive lock lets it finish. */
function enableWriteAheadLog(connection: DatabaseSync, attempts = MAX_WAL_ATTEMPTS): void {
  try {
    connection.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    if (attempts === 0) throw error;
    connection.exec('BEGIN EXCLUSIVE; COMMIT');
    enableWriteAheadLog(connection, attempts - 1);
  }
}

/** Creates one folder at a time: a recursive `mkdirSync` never returns in a folder that refuses (`/proc`). */
function createFolder(folder: string): void {
  if (existsSync(folder)) return;
  createFolder(dirname(folder));
  mkdirSync(folder);
}

function wrap(connection: DatabaseSync, path: string): Database {
  const statements = new Map<string, StatementSync>();
  function attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw toStoreError(error, path);
    }
  }
  function prepare(sql: string): StatementSync {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }
  return {
    path,
    run: (sql, ...values) => attempt(() => Number(prepare(sql).run(...values).changes)),
    row: <Row>(sql: string, ...values: SQLInputValue[]) =>
      attempt(() => prepare(sql).get(...values) as Row | undefined),
    rows: <Row>(sql: string, ...values: SQLInputValue[]) => attempt(() => prepare(sql).all(...values) as Row[]),
    transaction: (work) => attempt(() => transact(connection, work)),
    close() {
      statements.clear();
      if (connection.isOpen) connection.close();
    },
  };
}

function transact<Result>(connection: DatabaseSync, work: () => Result): Result {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    // On a full disk SQLite has already rolled back (https://www.sqlite.org/lang_transaction.html).
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function migrate(connection: DatabaseSync, path: string, migrations: readonly string[]): void {
  if (schemaVersionOf(connection) === migrations.length) return;
  transact(connection, () => {
    const from = schemaVersionOf(connection);
    if (from > migrations.length) throw storeError('newer', path);
    for (const migration of migrations.slice(from)) connection.exec(migration);
    connection.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function schemaVersionOf(connection: DatabaseSync): number {
  return Number(connection.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}
