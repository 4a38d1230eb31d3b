import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from './database.ts';
import { leaseOf } from './find-living.ts';
import { freeDead } from './free-dead.ts';

/** This process among all that share the server. Its lease is renewed while it can reach the server. */
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
/** The lease ends earlier here than in the server, whose clock alone counts, so that nothing is sent in its last moment. */
const MARGIN_MS = 2000;

/** Creates the instance of this process, without a lease yet. */
export function createInstance(database: Database, report: (error: unknown) => void): Instance {
  let lease: { id: string; untilMs: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let starting: Promise<void> | undefined;
  let isFailing = false;

  async function renew(): Promise<void> {
    const untilMs = performance.now() + LEASE_MS - MARGIN_MS;
    const id = lease !== undefined && (await hold(lease.id, 'XX')) ? lease.id : randomUUID();
    if (id !== lease?.id) await hold(id);
    lease = { id, untilMs };
    await freeDead(database);
  }

  /** The server deletes the key when the lease is over. */
  async function hold(id: string, ...condition: string[]): Promise<boolean> {
    const [key, name] = [database.key(leaseOf(id)), `${hostname()} ${process.pid}`];
    return (await database.call<string | null>('SET', key, name, 'PX', LEASE_MS, ...condition)) !== null;
  }

  /** An outage is reported once; whoever uses the server meanwhile reports it too. */
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
      if (ended !== undefined) await database.call('DEL', database.key(leaseOf(ended.id)));
    },
  };
}
