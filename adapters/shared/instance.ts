import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** This process among all that share a server. Its lease is renewed while it can reach the server. */
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

/** The leases of instances in a server, whose clock alone counts: those of machines differ. */
export interface InstanceLeases {
  /** Makes a lease; `name` is for people. */
  enter(id: string, name: string, leaseMs: number): Promise<void>;
  /** Renews a lease that is not over. Returns whether it was not. */
  renew(id: string, leaseMs: number): Promise<boolean>;
  end(id: string): Promise<void>;
  /** Frees the deliveries of instances whose lease is over. */
  freeDead(): Promise<void>;
}

const LEASE_MS = 20_000;
const RENEW_MS = 5000;
/** The lease ends earlier here than in the server, so that nothing is sent in its last moment. */
const MARGIN_MS = 2000;

/** Creates the instance of this process, without a lease yet. */
export function createInstance(leases: InstanceLeases, report: (error: unknown) => void): Instance {
  let lease: { id: string; untilMs: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let starting: Promise<void> | undefined;
  let isFailing = false;

  async function renew(): Promise<void> {
    const untilMs = performance.now() + LEASE_MS - MARGIN_MS;
    const isKept = lease !== undefined && (await leases.renew(lease.id, LEASE_MS));
    const id = isKept && lease !== undefined ? lease.id : randomUUID();
    if (!isKept) await leases.enter(id, `${hostname()} ${process.pid}`, LEASE_MS);
    lease = { id, untilMs };
    await leases.freeDead();
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
      if (ended !== undefined) await leases.end(ended.id);
    },
  };
}
