import { setTimeout as sleep } from 'node:timers/promises';
import { storeError } from '../shared/store-failure.ts';
import { type Connection, createConnection } from './connection.ts';
import type { RedisLocation } from './location.ts';
import { beginTransaction, splitRow, type Transaction } from './transaction.ts';

/** A part of a sorted set, by score; the bounds are as Redis writes them. */
export interface Range {
  from?: number | string;
  to?: number | string;
  /** The highest scores first. */
  isDescending?: boolean;
  offset?: number;
  limit?: number;
}

/** The rows of a store in a Redis server, in tables, found by sorted sets. Every method rejects with `StoreError` if the server cannot be used. */
export interface Database extends Connection {
  readonly prefix: string;
  key(name: string): string;
  /** The members of a sorted set, by their scores. */
  members(set: string, range?: Range): Promise<string[]>;
  count(set: string): Promise<number>;
  rows<Row>(table: string, ids: readonly string[]): Promise<(Row | undefined)[]>;
  /** Streams all rows of a table, in no order. */
  all<Row>(table: string): AsyncIterable<{ id: string; row: Row }>;
  /** The first of so many new numbers that ascend. */
  nextNumber(count?: number): Promise<number>;
  /** Later numbers are larger than this one. */
  raiseNumber(number: number): Promise<void>;
  /** Commits everything that `work` does, or nothing. `work` is called again after a conflict, so it must do no harm twice. */
  transaction<Result>(work: (rows: Transaction) => Promise<Result>): Promise<Result>;
}

const CONFLICT_MS = 30_000;
const MAX_PAUSE_MS = 64;
const ROWS_PER_PAGE = 200;

const RAISE = `
local name = KEYS[1] .. ':numbers'
if tonumber(redis.call('GET', name) or 0) < tonumber(ARGV[1]) then redis.call('SET', name, ARGV[1]) end
return 1
`;

/** Creates the database of an address; nothing is connected yet. */
export function openDatabase(location: Omit<RedisLocation, 'library'>): Database {
  const connection = createConnection(location);
  const { prefix } = location;
  const { call } = connection;
  const key = (name: string) => `${prefix}:${name}`;
  return {
    ...connection,
    prefix,
    key,
    members: (set, range = {}) => call<string[]>(...rangeCommand(key(set), range)),
    count: (set) => call<number>('ZCARD', key(set)),
    async rows<Row>(table: string, ids: readonly string[]) {
      if (ids.length === 0) return [];
      const found = await call<(string | null)[]>('HMGET', key(table), ...ids);
      return found.map((stored) => parseRow<Row>(stored));
    },
    all: <Row>(table: string) => scan<Row>(call, key(table)),
    nextNumber: async (count = 1) => (await call<number>('INCRBY', key('numbers'), count)) - count + 1,
    raiseNumber: async (number) => void (await connection.run(RAISE, number)),
    transaction: (work) => retrying(connection, () => attempt(connection, prefix, work)),
  };
}

function rangeCommand(key: string, range: Range): (string | number)[] {
  const { from = '-inf', to = '+inf', isDescending = false, offset = 0, limit = -1 } = range;
  const bounds = isDescending ? ['ZREVRANGEBYSCORE', key, to, from] : ['ZRANGEBYSCORE', key, from, to];
  return [...bounds, 'LIMIT', offset, limit];
}

async function* scan<Row>(call: Connection['call'], key: string): AsyncGenerator<{ id: string; row: Row }> {
  let cursor = '0';
  do {
    const [next, found] = await call<[string, string[]]>('HSCAN', key, cursor, 'COUNT', ROWS_PER_PAGE);
    for (let at = 0; at < found.length; at += 2) {
      const [id, row] = [found[at], parseRow<Row>(found[at + 1] ?? null)];
      if (id !== undefined && row !== undefined) yield { id, row };
    }
    cursor = next;
  } while (cursor !== '0');
}

function parseRow<Row>(stored: string | null): Row | undefined {
  const { text } = splitRow(stored);
  return text === undefined ? undefined : (JSON.parse(text) as Row);
}

/** Nothing if another transaction was faster. */
async function attempt<Result>(
  connection: Connection,
  prefix: string,
  work: (rows: Transaction) => Promise<Result>,
): Promise<{ result: Result } | undefined> {
  const begun = beginTransaction(connection, prefix);
  const result = await work(begun);
  return (await begun.commit()) ? { result } : undefined;
}

async function retrying<Result>(
  { label }: Pick<Connection, 'label'>,
  once: () => Promise<{ result: Result } | undefined>,
): Promise<Result> {
  const giveUpAt = performance.now() + CONFLICT_MS;
  for (let pauseMs = 1; performance.now() < giveUpAt; pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)) {
    const done = await once();
    if (done !== undefined) return done.result;
    await sleep(pauseMs * Math.random());
  }
  throw storeError('server-busy', label);
}
