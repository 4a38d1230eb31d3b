import { randomUUID } from 'node:crypto';
import { COMMIT } from './commit-script.ts';
import type { Connection } from './connection.ts';

/** A place of a row in a sorted set, by which it is found. The member is the row's id, unless it is given. */
export type Place = readonly [set: string, score: number, member?: string];

/** Reads and writes of rows that happen all together or not at all. */
export interface Transaction {
  get<Row>(table: string, id: string): Promise<Row | undefined>;
  /** Rows in the order of the ids; undefined for those that do not exist. */
  getMany<Row>(table: string, ids: readonly string[]): Promise<(Row | undefined)[]>;
  put(table: string, id: string, entry: { row: object; places: readonly Place[] }): void;
  remove(table: string, id: string): void;
  /** One transaction at a time has the lock of a name. */
  lock(name: string): Promise<void>;
}

/** What was read, and what becomes of it. */
interface Touched {
  table: string;
  id: string;
  revision: string;
  row: string | undefined;
  /** `=` leaves it as it is. */
  next: string;
}

/** A transaction that has begun. */
interface Begun extends Transaction {
  /** Returns whether everything was written: nothing is if a row has changed since it was read. */
  commit(): Promise<boolean>;
}

const UNCHANGED = '=';
const LOCKS = 'locks';

/** Begins a transaction. Nothing is written before it commits. */
export function beginTransaction({ call, run }: Pick<Connection, 'call' | 'run'>, prefix: string): Begun {
  const id = randomUUID();
  const touched = new Map<string, Touched>();
  const keyOf = (table: string, row: string) => `${table} ${row}`;

  async function load(table: string, ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((one) => !touched.has(keyOf(table, one)));
    if (missing.length === 0) return;
    const found = await call<(string | null)[]>('HMGET', `${prefix}:${table}`, ...missing);
    for (const [at, one] of missing.entries()) {
      const { revision, text } = splitRow(found[at] ?? null);
      touched.set(keyOf(table, one), { table, id: one, revision, row: text, next: UNCHANGED });
    }
  }

  async function getMany<Row>(table: string, ids: readonly string[]): Promise<(Row | undefined)[]> {
    await load(table, ids);
    return ids.map((one) => {
      const row = touched.get(keyOf(table, one))?.row;
      return row === undefined ? undefined : (JSON.parse(row) as Row);
    });
  }

  function write(table: string, one: string, { next, row }: Pick<Touched, 'next' | 'row'>): void {
    const read = touched.get(keyOf(table, one));
    if (read === undefined) throw new Error(`Row ${one} of ${table} is written, but was not read.`);
    touched.set(keyOf(table, one), { ...read, next, row });
  }

  const put: Transaction['put'] = (table, one, { row, places }) => {
    const text = JSON.stringify(row);
    write(table, one, { next: `${id}\n${JSON.stringify(places)}\n${text}`, row: text });
  };
  return {
    getMany,
    get: async <Row>(table: string, one: string) => (await getMany<Row>(table, [one]))[0],
    put,
    remove: (table, one) => write(table, one, { next: '', row: undefined }),
    async lock(name) {
      await load(LOCKS, [name]);
      put(LOCKS, name, { row: {}, places: [] });
    },
    async commit() {
      const rows = [...touched.values()];
      if (rows.every(({ next }) => next === UNCHANGED)) return true;
      const values = rows.flatMap(({ table, id: one, revision, next }) => [table, one, revision, next]);
      return (await run<number>(COMMIT, id, ...values)) === 1;
    },
  };
}

/** The text of a stored row, after its revision and places. */
export function splitRow(stored: string | null): { revision: string; text: string | undefined } {
  if (stored === null) return { revision: '', text: undefined };
  const first = stored.indexOf('\n');
  return { revision: stored.slice(0, first), text: stored.slice(stored.indexOf('\n', first + 1) + 1) };
}
