import { UNLESS_MOVING } from './commit-script.ts';
import type { Database } from './database.ts';

/** An event with its number. */
export interface NumberedEvent {
  event: string;
  position: number;
}

/** The positions of what arrives in the libraries of all instances. */
export interface Positions {
  /** Gives each event that has none the next position. */
  publish(events: readonly string[]): Promise<void>;
  /** Takes events back: when they happen again, they are new. */
  withdraw(events: readonly string[]): Promise<void>;
  /** The events after a position, in order. */
  after(position: number, upTo?: number): Promise<readonly NumberedEvent[]>;
  /** Gives events the positions that they had in another store. */
  place(events: readonly NumberedEvent[]): Promise<void>;
  /** Replaces an event by another one, at its position. */
  rename(event: string, to: string): Promise<void>;
  /** The positions of events; null for those that have none. */
  of(events: readonly string[]): Promise<readonly (number | null)[]>;
  setLast(position: number): Promise<void>;
  /** The position of the latest event. */
  last(): Promise<number>;
  /** Which of these events are older than so many milliseconds, by the server's clock; those that were taken back are. */
  olderThan(ageMs: number, events: readonly string[]): Promise<ReadonlySet<string>>;
  /** Names these positions: others have another name. */
  name(): Promise<string>;
  markBackfill(articles: readonly string[], events: readonly string[]): Promise<void>;
  backfilled(articles: readonly string[]): Promise<ReadonlySet<string>>;
  /** All articles that are marked as backfill, or more of them. */
  allBackfilled(): Promise<readonly string[]>;
  addBackfilled(articles: readonly string[]): Promise<void>;
}

const EVENTS = 'arrivals';
const ORDER = 'arrivals:order';
const LAST = 'arrivals:last';
const NAME = 'arrivals:name';
const BACKFILLED = 'arrivals:backfilled';
const PER_CALL = 1000;

const PUBLISH = `
${UNLESS_MOVING}
local time = redis.call('TIME')[1]
for _, event in ipairs(ARGV) do
  if redis.call('HSETNX', KEYS[1] .. ':${EVENTS}', event, time) == 1 then
    redis.call('ZADD', KEYS[1] .. ':${ORDER}', redis.call('INCR', KEYS[1] .. ':${LAST}'), event)
  end
end
return 1
`;

const WITHDRAW = `
${UNLESS_MOVING}
for _, event in ipairs(ARGV) do
  redis.call('HDEL', KEYS[1] .. ':${EVENTS}', event)
  redis.call('ZREM', KEYS[1] .. ':${ORDER}', event)
end
return 1
`;

/** Gives events the positions that they had in another store, long ago, unless other events have them. */
const PLACE = `
for at = 1, #ARGV, 2 do
  if #redis.call('ZRANGEBYSCORE', KEYS[1] .. ':${ORDER}', ARGV[at + 1], ARGV[at + 1], 'LIMIT', 0, 1) == 0 then
    redis.call('HSET', KEYS[1] .. ':${EVENTS}', ARGV[at], 0)
    redis.call('ZADD', KEYS[1] .. ':${ORDER}', ARGV[at + 1], ARGV[at])
  end
end
return 1
`;

const RENAME = `
local position = redis.call('ZSCORE', KEYS[1] .. ':${ORDER}', ARGV[1])
if position then
  redis.call('HSET', KEYS[1] .. ':${EVENTS}', ARGV[2], redis.call('HGET', KEYS[1] .. ':${EVENTS}', ARGV[1]) or 0)
  redis.call('ZADD', KEYS[1] .. ':${ORDER}', position, ARGV[2])
  redis.call('HDEL', KEYS[1] .. ':${EVENTS}', ARGV[1])
  redis.call('ZREM', KEYS[1] .. ':${ORDER}', ARGV[1])
end
return 1
`;

/** Articles that are in a library already stay arrivals. The values are articles, each with its event. */
const MARK_BACKFILL = `
for at = 1, #ARGV, 2 do
  if redis.call('HEXISTS', KEYS[1] .. ':${EVENTS}', ARGV[at + 1]) == 0 then
    redis.call('SADD', KEYS[1] .. ':${BACKFILLED}', ARGV[at])
  end
end
return 1
`;

const OLDER_THAN = `
local now = tonumber(redis.call('TIME')[1])
local older = {}
for at = 2, #ARGV do
  local time = redis.call('HGET', KEYS[1] .. ':${EVENTS}', ARGV[at])
  if not time or now - tonumber(time) > ARGV[1] / 1000 then table.insert(older, ARGV[at]) end
end
return older
`;

/** Keeps positions in a Redis server. */
export function createPositions({ run, call, key }: Database): Positions {
  const inParts = async (script: string, values: readonly string[]) => {
    for (let at = 0; at < values.length; at += PER_CALL) await run(script, ...values.slice(at, at + PER_CALL));
  };
  return {
    publish: (events) => inParts(PUBLISH, events),
    withdraw: (events) => inParts(WITHDRAW, events),
    async after(position, upTo) {
      const found = await call<string[]>('ZRANGEBYSCORE', key(ORDER), `(${position}`, upTo ?? '+inf', 'WITHSCORES');
      return Array.from({ length: found.length / 2 }, (_, at) => ({
        event: found[at * 2] ?? '',
        position: Number(found[at * 2 + 1]),
      }));
    },
    place: (events) =>
      inParts(
        PLACE,
        events.flatMap(({ event, position }) => [event, String(position)]),
      ),
    rename: async (event, to) => void (await run(RENAME, event, to)),
    async of(events) {
      if (events.length === 0) return [];
      const found = await call<(string | null)[]>('ZMSCORE', key(ORDER), ...events);
      return found.map((score) => (score === null ? null : Number(score)));
    },
    setLast: async (position) => void (await call('SET', key(LAST), position)),
    last: async () => Number((await call<string | null>('GET', key(LAST))) ?? 0),
    olderThan: async (ageMs, events) =>
      events.length === 0 ? new Set() : new Set(await run<string[]>(OLDER_THAN, ageMs, ...events)),
    async name() {
      await call('SET', key(NAME), crypto.randomUUID(), 'NX');
      return await call<string>('GET', key(NAME));
    },
    markBackfill: (articles, events) =>
      inParts(
        MARK_BACKFILL,
        articles.flatMap((article, at) => [article, events[at] ?? '']),
      ),
    async backfilled(articles) {
      if (articles.length === 0) return new Set();
      const found = await call<number[]>('SMISMEMBER', key(BACKFILLED), ...articles);
      return new Set(articles.filter((_, at) => found[at] === 1));
    },
    allBackfilled: async () => await call<string[]>('SMEMBERS', key(BACKFILLED)),
    async addBackfilled(articles) {
      if (articles.length > 0) await call('SADD', key(BACKFILLED), ...articles);
    },
  };
}
