import type { StoredData } from 'keyv';
import type { KeyvStore } from '../shared/keyv-store.ts';
import { UNLESS_MOVING } from './commit-script.ts';
import type { Database } from './database.ts';

const KEYS_PER_PAGE = 500;
/** When values expire. */
export const EXPIRIES = 'state-expiries';

/** Sets values: for each, its namespace, its key, the value, and its expiry or nothing. */
export const SET_STATE = `
${UNLESS_MOVING}
for at = 1, #ARGV, 4 do
  redis.call('HSET', KEYS[1] .. ':state:' .. ARGV[at], ARGV[at + 1], ARGV[at + 2])
  local entry = cjson.encode({ ARGV[at], ARGV[at + 1] })
  if ARGV[at + 3] == '' then redis.call('ZREM', KEYS[1] .. ':${EXPIRIES}', entry)
  else redis.call('ZADD', KEYS[1] .. ':${EXPIRIES}', ARGV[at + 3], entry) end
end
return 1
`;

/** Sets a value unless there is another one that has not expired by now, the last argument. Returns whether it is there then. */
const PUT_IF_ABSENT = `
local now = tonumber(table.remove(ARGV))
local expires = redis.call('ZSCORE', KEYS[1] .. ':${EXPIRIES}', cjson.encode({ ARGV[1], ARGV[2] }))
local found = redis.call('HGET', KEYS[1] .. ':state:' .. ARGV[1], ARGV[2])
if found and found ~= ARGV[3] and not (expires and tonumber(expires) <= now) then return 0 end
${SET_STATE}`;

/** A value that has not expired by now. */
const GET = `
local expires = redis.call('ZSCORE', KEYS[1] .. ':${EXPIRIES}', cjson.encode({ ARGV[1], ARGV[2] }))
if expires and tonumber(expires) <= tonumber(ARGV[3]) then return false end
return redis.call('HGET', KEYS[1] .. ':state:' .. ARGV[1], ARGV[2])
`;

const DELETE = `
${UNLESS_MOVING}
redis.call('ZREM', KEYS[1] .. ':${EXPIRIES}', cjson.encode({ ARGV[1], ARGV[2] }))
return redis.call('HDEL', KEYS[1] .. ':state:' .. ARGV[1], ARGV[2])
`;

/** Deletes some of the values that have expired by now; returns how many. */
const SWEEP = `
local expired = redis.call('ZRANGEBYSCORE', KEYS[1] .. ':${EXPIRIES}', '-inf', ARGV[1], 'LIMIT', 0, ${KEYS_PER_PAGE})
for _, entry in ipairs(expired) do
  local place = cjson.decode(entry)
  redis.call('HDEL', KEYS[1] .. ':state:' .. place[1], place[2])
  redis.call('ZREM', KEYS[1] .. ':${EXPIRIES}', entry)
end
return #expired
`;

/** A Keyv store for one namespace. Expired keys read as absent until `sweepExpired` deletes them. */
export function createKeyvStore(database: Database, namespace: string): KeyvStore {
  const { run, call, key: toKey } = database;
  const name = toKey(`state:${namespace}`);
  const get = (key: string) => run<string | null>(GET, namespace, key, Date.now());
  const store: KeyvStore = {
    // Keyv uses `iterator` only for stores with a dialect it supports.
    opts: { dialect: 'redis' },
    namespace,
    on: () => store,
    get: async <Value>(key: string) => ((await get(key)) ?? undefined) as StoredData<Value> | undefined,
    async set(key: string, value: string, ttlMs?: number) {
      const expires = ttlMs === undefined ? '' : Math.ceil(Date.now() + ttlMs);
      await run(SET_STATE, namespace, key, value, expires);
      return true;
    },
    async putIfAbsent(key: string, value: string, ttlMs?: number) {
      const now = Date.now();
      const expires = ttlMs === undefined ? '' : Math.ceil(now + ttlMs);
      return (await run<number>(PUT_IF_ABSENT, namespace, key, value, expires, now)) > 0;
    },
    delete: async (key: string) => (await run<number>(DELETE, namespace, key)) > 0,
    async clear() {
      for await (const [key] of scan()) await run(DELETE, namespace, key);
    },
    iterator: scan,
  };

  async function* scan(): AsyncGenerator<[key: string, value: string]> {
    let cursor = '0';
    do {
      const [next, found] = await call<[string, string[]]>('HSCAN', name, cursor, 'COUNT', KEYS_PER_PAGE);
      for (let at = 0; at < found.length; at += 2) {
        const key = found[at] ?? '';
        // An expired one is absent here too.
        const value = await get(key);
        if (value !== null) yield [key, value];
      }
      cursor = next;
    } while (cursor !== '0');
  }
  return store;
}

/** Deletes expired keys in all namespaces. */
export async function sweepExpired({ run }: Pick<Database, 'run'>): Promise<void> {
  while ((await run<number>(SWEEP, Date.now())) === KEYS_PER_PAGE);
}
