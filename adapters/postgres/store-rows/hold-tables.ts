import { storeError } from '../../shared/store-failure.ts';
import { toStoreError } from '../errors.ts';
import { IS_ALIVE } from '../instance-leases.ts';
import { FREEZE } from './row-tables.ts';

/** A transaction that keeps processes out of a database. */
export interface TableHold {
  end(): Promise<void>;
}

const TIMEOUT_MS = 4000;
/** It only waits while rows are moved, and gets no lock while a process writes. */
const SET_UP = `SET idle_in_transaction_session_timeout = 0; SET idle_session_timeout = 0; SET lock_timeout = '2s';
  SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3`;
/** A process that starts enters itself here first. */
const KEEP_OUT = 'LOCK TABLE instances IN SHARE MODE';

/**
 * Keeps processes from entering until `end`, and with `freeze` from writing anything. Rejects with `StoreError` if one has
 * entered.
 */
export async function holdTables(
  url: string,
  { label, freeze }: { label: string; freeze: boolean },
): Promise<TableHold> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    keepAlive: true,
    application_name: 'gazette migrate',
  });
  // Whatever changed meanwhile is found when the stores are compared.
  client.on('error', () => undefined);
  const end = async () => {
    await client.end();
  };
  try {
    await client.connect();
    await client.query(SET_UP);
    await client.query('BEGIN');
    await client.query(KEEP_OUT);
    const { rows } = await client.query<{ name: string }>(`SELECT name FROM instances WHERE ${IS_ALIVE} ORDER BY name`);
    const names = rows.map(({ name }) => name).join(', ');
    if (names !== '') throw storeError('in-use', label, { detail: `(${names})` });
    if (freeze) await client.query(FREEZE);
    return { end };
  } catch (error) {
    await end().catch(() => undefined);
    throw toStoreError(error, label);
  }
}
