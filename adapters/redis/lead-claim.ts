import { randomUUID } from 'node:crypto';
import type { Claim } from '../shared/lead.ts';
import type { Database } from './database.ts';

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

/** Claims a task by a lease, which the server ends when its process does not renew it. */
export function createClaim({ run }: Pick<Database, 'run'>, task: string, leaseMs = LEASE_MS): Claim {
  const id = randomUUID();
  const lost = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  async function take(): Promise<boolean> {
    const sinceMs = performance.now();
    const isHeld = (await run<number>(HOLD, task, id, leaseMs)) === 1;
    if (isHeld) {
      clearTimeout(timer);
      timer = setTimeout(() => lost.abort(), sinceMs + leaseMs * (1 - MARGIN) - performance.now());
    }
    return isHeld;
  }
  return {
    lost: lost.signal,
    take,
    async keep() {
      if (!(await take())) lost.abort();
    },
    async end() {
      clearTimeout(timer);
      await run(GIVE_UP, task, id);
    },
  };
}
