import type { Claim } from '../shared/lead.ts';
import { toStoreError } from './errors.ts';
import { toLabel } from './location.ts';

const TIMEOUT_MS = 4000;
/**
 * The server ends the session, and so frees its locks, if this process stands still, or its machine is gone: neither says
 * goodbye. `idle_session_timeout` is there since PostgreSQL 14.
 */
const SET_UP = `SET idle_session_timeout = '20s'; SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5;
  SET tcp_keepalives_count = 3`;

/** Claims a task by a lock of a connection of its own, outside the pool: the server frees it when the process dies. Rejects with `StoreError`. */
export async function openClaim(url: string, task: string): Promise<Claim> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    keepAlive: true,
    application_name: 'gazette leader',
  });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  const end = () => client.end().catch(() => undefined);
  try {
    await client.connect();
    await client.query(SET_UP);
  } catch (error) {
    void end();
    throw toStoreError(error, toLabel(url));
  }
  return {
    lost: lost.signal,
    async take() {
      const sql = `SELECT pg_try_advisory_lock(hashtextextended('lead ' || current_schema() || ' ' || $1, 0)) AS taken`;
      const { rows } = await client.query<{ taken: boolean }>(sql, [task]).catch((error: unknown) => {
        throw toStoreError(error, toLabel(url));
      });
      return rows[0]?.taken === true;
    },
    // A lost connection may go unnoticed until it is used.
    async keep() {
      try {
        await client.query('SELECT 1');
      } catch (error) {
        lost.abort();
        throw error;
      }
    },
    end,
  };
}
