import type { Pool, PoolClient } from 'pg';
import { retryWhile } from '../shared/retry-while.ts';
import { isConflict, isLost, toStoreError } from './errors.ts';

/** A value of a placeholder. */
export type Value = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[];

/** Statements with the placeholders `$1`, `$2`, …; every method rejects with `StoreError` if the server cannot be used. */
export interface Queries {
  /** Returns the number of rows that were written. */
  run(sql: string, ...values: Value[]): Promise<number>;
  /** The first row, or undefined. */
  row<Row>(sql: string, ...values: Value[]): Promise<Row | undefined>;
  rows<Row>(sql: string, ...values: Value[]): Promise<Row[]>;
}

/** A PostgreSQL database. */
export interface Database extends Queries {
  /** For messages: without a password. */
  readonly label: string;
  /**
   * Commits everything that `work` does, or rolls it back. It is called again after a conflict, or if the connection was lost:
   * nobody knows then whether it was committed, so it must do no harm twice.
   */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** A server that restarts is back by then; a dead one must not hold up a person who waits for an answer. */
const RECONNECT_MS = 2000;
const CONNECT_TIMEOUT_MS = 2500;
const QUERY_TIMEOUT_MS = 4000;
/** Another process may hold a lock for as long as it takes to store a batch of articles. */
const CONFLICT_MS = 30_000;
/** The most connections that a process opens for its statements. */
export const MAX_CONNECTIONS = 10;
const INT8 = 20;

/** Creates a pool of connections; nothing is connected yet. */
export async function openDatabase(url: string, label: string): Promise<Database> {
  // It takes a while to load, and most bots do without.
  const { default: pg } = await import('pg');
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    statement_timeout: QUERY_TIMEOUT_MS,
    lock_timeout: QUERY_TIMEOUT_MS / 2,
    idle_in_transaction_session_timeout: CONFLICT_MS,
    keepAlive: true,
    application_name: 'gazette',
  });
  // Whoever uses the connection next gets the error, or another connection.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return wrap(pool, label);
}

function wrap(pool: Pool, label: string): Database {
  const attempt = async <Result>(work: (client: PoolClient) => Promise<Result>) => {
    try {
      return await retryWhile(() => withClient(pool, work), patienceMs);
    } catch (error) {
      throw toStoreError(error, label);
    }
  };
  const single = toQueries((sql, values) => attempt((client) => client.query(sql, values)));
  return {
    ...single,
    label,
    transaction: (work) =>
      attempt(async (client) => {
        await client.query('BEGIN');
        const result = await work(toQueries((sql, values) => client.query(sql, values)));
        await client.query('COMMIT');
        return result;
      }),
    async close() {
      if (!pool.ending) await pool.end();
    },
  };
}

interface Answer {
  rows: unknown[];
  rowCount: number | null;
}

function toQueries(query: (sql: string, values: Value[]) => Promise<Answer>): Queries {
  const ask = (sql: string, values: Value[]) => query(sql, values.map(withoutNul));
  return {
    run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    row: async <Row>(sql: string, ...values: Value[]) => (await ask(sql, values)).rows[0] as Row | undefined,
    rows: async <Row>(sql: string, ...values: Value[]) => (await ask(sql, values)).rows as Row[],
  };
}

/** A connection that fails in the middle is not used again. */
async function withClient<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    const usable =
      !isLost(error) &&
      (await client.query('ROLLBACK').then(
        () => true,
        () => false,
      ));
    client.release(!usable);
    throw error;
  }
}

function patienceMs(error: unknown): number {
  if (isConflict(error)) return CONFLICT_MS;
  return isLost(error) ? RECONNECT_MS : 0;
}

/** PostgreSQL has no such character in its texts; in JSON it is escaped. */
function withoutNul(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('\u0000', '\uFFFD');
  if (!Array.isArray(value)) return value;
  return value.map((one: string | number) =>
    typeof one === 'string' ? one.replaceAll('\u0000', '\uFFFD') : one,
  ) as Value;
}
