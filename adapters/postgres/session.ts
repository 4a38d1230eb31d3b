/** One connection that lasts, such as for a lock. */
export interface Session {
  /** Aborts when the connection is lost. */
  readonly lost: AbortSignal;
  /** Takes the lock of a name if nobody has it; it is held until the session ends. */
  tryLock(name: string): Promise<boolean>;
  /** Makes sure that the connection still works. */
  ping(): Promise<void>;
  end(): Promise<void>;
}

const TIMEOUT_MS = 4000;
/**
 * The server ends the session, and so frees its locks, if this process stands still, or its machine is gone: neither says
 * goodbye. `idle_session_timeout` is there since PostgreSQL 14.
 */
const SET_UP = `SET idle_session_timeout = '20s'; SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5;
  SET tcp_keepalives_count = 3`;

/** Opens a session of its own, outside the pool. */
export async function openSession(url: string): Promise<Session> {
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
    throw error;
  }
  return {
    lost: lost.signal,
    async tryLock(name) {
      const sql = `SELECT pg_try_advisory_lock(hashtextextended('lead ' || current_schema() || ' ' || $1, 0)) AS taken`;
      const { rows } = await client.query<{ taken: boolean }>(sql, [name]);
      return rows[0]?.taken === true;
    },
    async ping() {
      try {
        await client.query('SELECT 1');
      } catch (error) {
        lost.abort();
        throw error;
      }
    },
    end: async () => {
      await end();
    },
  };
}
