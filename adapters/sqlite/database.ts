import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { storeError, toStoreError } from './errors.ts';

/** One SQLite file. Everything throws `StoreError` where the file cannot do it. */
export interface Database {
  readonly path: string;
  run(sql: string, ...values: SQLInputValue[]): number;
  /** The first row, or undefined. */
  row<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  rows<Row>(sql: string, ...values: SQLInputValue[]): Row[];
  /** All of what `work` does, or nothing of it. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

export interface DatabaseOptions {
  /** Brings version N of the schema to N + 1, by its place in the list. */
  migrations: readonly string[];
  /** Survives a power cut to the last transaction, at the price of a disk flush for each. */
  durable?: boolean;
}

/** How long to wait for another process that writes. */
const BUSY_TIMEOUT_MS = 10_000;

/** Opens the file, making it and its folder where needed, with its schema brought up to date. */
export function openDatabase(path: string, { migrations, durable = false }: DatabaseOptions): Database {
  const connection = connect(path);
  try {
    connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    writeAhead(connection);
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
    if (path !== ':memory:') makeFolder(dirname(path));
    return new DatabaseSync(path);
  } catch (error) {
    throw toStoreError(error, path);
  }
}

/** How many others may write to a new file, one after the other, while it is opened. */
const TURNS = 20;

/** Where another program is writing to a new file, SQLite refuses this at once; taking the lock waits for its turn. */
function writeAhead(connection: DatabaseSync, turns = TURNS): void {
  try {
    connection.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    if (turns === 0) throw error;
    connection.exec('BEGIN EXCLUSIVE; COMMIT');
    writeAhead(connection, turns - 1);
  }
}

/** Step by step: where a folder above refuses (`/proc`), making all of them at once never returns. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
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
    const known = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, known);
    return known;
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
    // A full disk has SQLite roll back by itself (https://www.sqlite.org/lang_transaction.html).
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function migrate(connection: DatabaseSync, path: string, migrations: readonly string[]): void {
  if (schemaOf(connection) === migrations.length) return;
  transact(connection, () => {
    const from = schemaOf(connection);
    if (from > migrations.length) throw storeError('newer', path);
    for (const migration of migrations.slice(from)) connection.exec(migration);
    connection.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function schemaOf(connection: DatabaseSync): number {
  return Number(connection.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}
