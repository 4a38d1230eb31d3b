import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from './database.ts';

/** This process among all that share the database. Its lease is renewed while it can reach the database. */
export interface Instance {
  /** Its id while its lease is sure to hold. After a lost lease it has a new one. */
  id(): string | undefined;
  /** Enters the process, and renews its lease until `stop`. */
  start(): Promise<void>;
  /** Renews the lease once, and frees what dead instances hold. */
  renew(): Promise<void>;
  /** Ends the lease, so that others take over at once. */
  stop(): Promise<void>;
}

const LEASE_MS = 20_000;
const RENEW_MS = 5000;
/** The lease ends earlier here than in the database, so that nothing is sent in its last moment. */
const MARGIN_MS = 2000;
/** The clocks of machines differ: only the database's counts. */
const LEASE_END = `clock_timestamp() + interval '${LEASE_MS} milliseconds'`;
/** The SQL condition that the lease of an instance holds. */
export const IS_ALIVE = 'lease_until > clock_timestamp()';

/** Frees the deliveries of instances whose lease is over. */
export const FREE_DEAD = `UPDATE deliveries SET state = 'waiting', instance = NULL WHERE state = 'taken'
  AND NOT EXISTS (SELECT 1 FROM instances i WHERE i.id = deliveries.instance AND i.${IS_ALIVE})`;

/** Creates the instance of this process, without a lease yet. */
export function createInstance(database: Database, report: (error: unknown) => void): Instance {
  let lease: { id: string; untilMs: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let starting: Promise<void> | undefined;
  let isFailing = false;

  async function renew(): Promise<void> {
    const untilMs = performance.now() + LEASE_MS - MARGIN_MS;
    const sql = `UPDATE instances SET lease_until = ${LEASE_END} WHERE id = $1 AND ${IS_ALIVE}`;
    const isKept = lease !== undefined && (await database.run(sql, lease.id)) > 0;
    const id = isKept && lease !== undefined ? lease.id : await enter();
    lease = { id, untilMs };
    await database.run(`DELETE FROM instances WHERE NOT ${IS_ALIVE}`);
    await database.run(FREE_DEAD);
  }

  async function enter(): Promise<string> {
    const id = randomUUID();
    await database.run(`INSERT INTO instances VALUES ($1, $2, ${LEASE_END})`, id, `${hostname()} ${process.pid}`);
    return id;
  }

  /** An outage is reported once; whoever uses the database meanwhile reports it too. */
  function beat(): void {
    timer = setTimeout(() => {
      renew()
        .then(() => {
          isFailing = false;
        })
        .catch((error: unknown) => {
          if (!isFailing) report(error);
          isFailing = true;
        })
        .finally(() => timer && beat());
    }, RENEW_MS);
    timer.unref();
  }

  async function enterAndRenew(): Promise<void> {
    await renew();
    beat();
  }

  return {
    id: () => (lease !== undefined && performance.now() < lease.untilMs ? lease.id : undefined),
    start() {
      starting ??= enterAndRenew().catch((error: unknown) => {
        starting = undefined;
        throw error;
      });
      return starting;
    },
    renew,
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      const ended = lease;
      lease = undefined;
      if (ended !== undefined) await database.run('DELETE FROM instances WHERE id = $1', ended.id);
    },
  };
}
