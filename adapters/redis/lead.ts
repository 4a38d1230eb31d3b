import { randomUUID } from 'node:crypto';
import { sleep } from '../../src/clock.ts';
import type { Lead, LeadOptions } from '../../src/leadership.ts';
import { systemClock } from '../system-clock.ts';
import type { Database } from './database.ts';

interface LeadDeps {
  database: Pick<Database, 'call' | 'run' | 'key'>;
  report(error: unknown): void;
  /** How often a waiting process tries, and a leading one renews its lease. */
  everyMs?: number;
  leaseMs?: number;
}

const EVERY_MS = 5000;
const LEASE_MS = 20_000;
/** The work ends so much earlier than the lease in the server, whose clock alone counts. */
const MARGIN = 0.1;

/** Takes or renews the lease of a task, if nobody else has it. */
const HOLD = `
local name = KEYS[1] .. ':lead:' .. ARGV[1]
local holder = redis.call('GET', name)
if holder and holder ~= ARGV[2] then return 0 end
redis.call('SET', name, ARGV[2], 'PX', ARGV[3])
return 1
`;

const GIVE_UP = `
local name = KEYS[1] .. ':lead:' .. ARGV[1]
if redis.call('GET', name) == ARGV[2] then redis.call('DEL', name) end
return 1
`;

/** Ends early when the signal aborts. */
type Pause = (signal: AbortSignal) => Promise<void>;

/** The lease of a task, for one process. */
interface Lease {
  /** Returns whether this process has it now. */
  hold(): Promise<boolean>;
  giveUp(): Promise<void>;
  leaseMs: number;
}

/** Leads by a lease, which the server ends when its process does not renew it. */
export function createLead({ database, report, everyMs = EVERY_MS, leaseMs = LEASE_MS }: LeadDeps): Lead {
  const { run } = database;
  const pause = (signal: AbortSignal) => sleep(everyMs, systemClock, signal);
  return async (task, work, options) => {
    const id = randomUUID();
    const lease: Lease = {
      hold: async () => (await run<number>(HOLD, task, id, leaseMs)) === 1,
      giveUp: async () => void (await run(GIVE_UP, task, id)),
      leaseMs,
    };
    let isReported = false;
    while (!options.signal.aborted) {
      try {
        await leadOnce(work, lease, { ...options, pause });
        isReported = false;
      } catch (error) {
        // An outage is told once.
        if (!isReported) report(error);
        isReported = true;
      }
      await pause(options.signal);
    }
  };
}

/** Waits for the lease, and works while it is held. Resolves when it is lost; rejects if the server is. */
async function leadOnce(
  work: (signal: AbortSignal) => Promise<void>,
  lease: Lease,
  { signal, onWaiting, pause }: LeadOptions & { pause: Pause },
): Promise<void> {
  let heldAtMs = performance.now();
  while (!signal.aborted && !(await lease.hold())) {
    onWaiting?.();
    await pause(signal);
    heldAtMs = performance.now();
  }
  if (signal.aborted) return await lease.giveUp();
  const [lost, ended] = [new AbortController(), new AbortController()];
  const renewing = renew(lease, heldAtMs, { pause, lost, signal: AbortSignal.any([signal, ended.signal]) });
  await work(AbortSignal.any([signal, lost.signal])).finally(() => ended.abort());
  await renewing;
  await lease.giveUp();
}

interface Renewing {
  signal: AbortSignal;
  lost: AbortController;
  pause: Pause;
}

/** Renews a lease until the signal aborts. A server that is away for a moment ends nothing; one that is away for longer does. */
async function renew({ hold, leaseMs }: Lease, heldAtMs: number, { signal, lost, pause }: Renewing): Promise<void> {
  const losesAt = (sinceMs: number) =>
    setTimeout(() => lost.abort(), sinceMs + leaseMs * (1 - MARGIN) - performance.now());
  let timer = losesAt(heldAtMs);
  while (!signal.aborted && !lost.signal.aborted) {
    await pause(AbortSignal.any([signal, lost.signal]));
    if (signal.aborted || lost.signal.aborted) break;
    const triedAtMs = performance.now();
    const isHeld = await hold().catch(() => undefined);
    if (isHeld === false) lost.abort();
    if (isHeld !== true) continue;
    clearTimeout(timer);
    timer = losesAt(triedAtMs);
  }
  clearTimeout(timer);
}
