import { rmSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../../src/library/store-error.ts';
import { storeError } from '../shared/store-failure.ts';
import { toStoreError } from './errors.ts';
import { assertOwn, migrate } from './migrate.ts';
import { ensureStateFile, rescuedPath } from './state-file.ts';
import { transact } from './transact.ts';
import { enableWriteAheadLog } from './write-ahead-log.ts';

/** An SQLite file. Every method throws `StoreError` if the file cannot be used. */
export interface Database {
  readonly path: string;
  run(sql: string, ...values: SQLInputValue[]): number;
  /** The first row, or undefined. */
  row<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  rows<Row>(sql: string, ...values: SQLInputValue[]): Row[];
  /** Commits everything that `work` does, or rolls it back. */
  transaction<Result>(work: () => Result): Result;
  /** A transaction that waits for a lock of another process without blocking this one; such writes keep their order. */
  write<Result>(work: () => Result): Promise<Result>;
  /** Throws if the file was deleted or replaced since it was opened; its data is then saved beside it. */
  assertInPlace(): void;
  close(): void;
}

export interface DatabaseOptions {
  /** The statement at index N migrates the schema from version N to N + 1. */
  migrations: readonly string[];
  /** Flushes to disk at each commit, so that a power failure loses no transaction. */
  durable?: boolean;
}

/** A database without a file. */
const MEMORY = ':memory:';
/** How long to wait for a lock of another process. */
const BUSY_TIMEOUT_MS = 10_000;
/** SQLite itself waits by blocking the process, which nobody notices for so long. */
const BLOCKING_TIMEOUT_MS = 20;
const BUSY_PAUSE_MS = 30;

/** Opens the file and migrates its schema; creates the file and its folders if needed. */
export function openDatabase(path: string, { migrations, durable = false }: DatabaseOptions): Database {
  const connection = connect(path, migrations);
  try {
    assertOwn(connection, { path, migrations });
    enableWriteAheadLog(connection);
    connection.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    connection.exec('PRAGMA foreign_keys = ON');
    connection.exec('PRAGMA cache_size = -16000');
    migrate(connection, { path, migrations });
    connection.exec(`PRAGMA busy_timeout = ${BLOCKING_TIMEOUT_MS}`);
    return wrap(connection, path);
  } catch (error) {
    connection.close();
    throw toStoreError(error, path);
  }
}

function connect(path: string, migrations: readonly string[]): DatabaseSync {
  try {
    if (path !== MEMORY) ensureStateFile(path, migrations);
    return new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw toStoreError(error, path);
  }
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
  let lastWrite: Promise<unknown> = Promise.resolve();
  const opened = inodeOf(path);
  const assertInPlace = () => {
    if (inodeOf(path) === opened) return;
    rescue(connection, path);
    throw storeError('deleted', path);
  };
  const transaction = <Result>(work: () => Result) =>
    attempt(() => {
      assertInPlace();
      return transact(connection, work);
    });
  return {
    path,
    run: (sql, ...values) => attempt(() => Number(prepare(sql).run(...values).changes)),
    row: <Row>(sql: string, ...values: SQLInputValue[]) =>
      attempt(() => prepare(sql).get(...values) as Row | undefined),
    rows: <Row>(sql: string, ...values: SQLInputValue[]) => attempt(() => prepare(sql).all(...values) as Row[]),
    transaction,
    write(work) {
      const written = lastWrite.then(() => retryWhileLocked(() => transaction(work)));
      lastWrite = written.catch(() => undefined);
      return written;
    },
    assertInPlace: () => attempt(assertInPlace),
    close() {
      statements.clear();
      if (connection.isOpen) connection.close();
    },
  };
}

/** Rejects with the last failure if the lock is held for too long. */
async function retryWhileLocked<Result>(work: () => Result): Promise<Result> {
  const giveUpAt = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof StoreError && error.reason === 'busy') || performance.now() > giveUpAt) throw error;
      await sleep(BUSY_PAUSE_MS);
    }
  }
}

function inodeOf(path: string): number | undefined {
  return path === MEMORY ? undefined : statSync(path, { throwIfNoEntry: false })?.ino;
}

/** The open connection still has everything. */
function rescue(connection: DatabaseSync, path: string): void {
  rmSync(rescuedPath(path), { force: true });
  connection.prepare('VACUUM INTO ?').run(rescuedPath(path));
}
