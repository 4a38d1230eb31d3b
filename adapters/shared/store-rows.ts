import type { StateStore } from '../../src/state-store.ts';
import type { KeyvStore } from './keyv-store.ts';

/** The namespace of the notes of whoever moves rows, in the state of the target. */
export const NOTES_NAMESPACE = 'migration';

/** How a store is opened to move its rows. */
export interface RowsOptions {
  /** A source must exist, and is only read. A target is created if it does not exist. */
  as: 'source' | 'target';
  createStateStore(store: KeyvStore): StateStore;
}

/**
 * A store as rows, to move all state to a store of another kind. No process may use the store meanwhile. Everything rejects
 * with `StoreError`.
 */
export interface StoreRows {
  /** For messages: without a password. */
  readonly label: string;
  /** The same for two addresses of one store. */
  readonly identity: string;
  readonly tables: RowTables;
  /** The state store of `NOTES_NAMESPACE`. What is in it is no row. */
  readonly notes: StateStore;
  /** Rejects if another process uses the store. Keeps processes out until `close`, as far as the store can. */
  lock(): Promise<void>;
  /** Called after the last row was written, to set counters by the rows. It may be called again. */
  finish(): Promise<void>;
  /** Deletes all rows. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A table for each kind of row, in the order of `ROW_KINDS`. A kind that a store does not have is an empty table. */
export type RowTables = { readonly [Kind in RowKind]: RowTable<Rows[Kind]> };

/** All rows of a kind. */
export interface RowTable<Row> {
  count(): Promise<number>;
  /** The rows after a cursor, in an order that stays; without a cursor, the first ones. Without `next`, there are no more. */
  read(after?: string): Promise<RowPage<Row>>;
  /** Writes rows, all or none. One that is there already is replaced. */
  write(rows: readonly Row[]): Promise<void>;
}

/** A part of a table. */
export interface RowPage<Row> {
  rows: readonly Row[];
  next?: string;
}

/** The kinds of rows, in the order in which they are written: a row needs only those of kinds before its own. */
export const ROW_KINDS = [
  'version',
  'versionFile',
  'file',
  'refusal',
  'article',
  'update',
  'backfilled',
  'position',
  'state',
  'settings',
  'subscription',
  'feed',
  'follower',
  'entry',
  'delivery',
] as const satisfies readonly (keyof Rows)[];

/** A kind of rows. */
export type RowKind = keyof Rows;

/**
 * The rows of each kind, with the values that the stores keep. A `number` is the place of a row in the order of its kind:
 * a store keeps it, and gives later rows larger ones. Times in numbers are milliseconds since 1970.
 */
export interface Rows {
  /** The value is what Keyv stores. A row that has expired need not be moved. */
  state: { namespace: string; key: string; value: string; expires: number | null };
  settings: { platform: string; chat: string; body: string };
  subscription: {
    number: number;
    id: string;
    platform: string;
    chat: string;
    thread: string | null;
    server: string | null;
    state: string;
    nextAt: number | null;
    body: string;
  };
  feed: { number: number; id: string; nextAt: number; body: string };
  /** The thread is empty if there is none. */
  follower: { feed: string; platform: string; chat: string; thread: string };
  entry: { number: number; feed: string; key: string; nextAt: number | null; state: string; body: string };
  /** `done` is JSON: the identifiers of the confirmed parts. What a process had taken is `waiting`. */
  delivery: {
    number: number;
    id: string;
    subscription: string;
    platform: string;
    chat: string;
    state: string;
    readyAt: number;
    tries: number;
    reason: string | null;
    done: string;
    addedAt: string;
    endedAt: number | null;
    edition: string;
    view: string | null;
  };
  /** The body is a packed article. */
  version: {
    number: number;
    bytes: string;
    article: string;
    content: string;
    title: string;
    stampedAt: string | null;
    addedAt: string;
    body: Uint8Array;
  };
  versionFile: { version: number; file: string };
  file: {
    file: string;
    size: number;
    mtimeMs: number;
    parserVersion: string;
    version: number | null;
    missedAt: number | null;
  };
  refusal: { file: string; code: string; message: string; line: number | null; at: string };
  /** `number` is its position, and `shown` the number of its version. Whoever writes it indexes its words. */
  article: {
    number: number;
    id: string;
    url: string;
    title: string;
    source: string;
    language: string | null;
    direction: string;
    summary: string;
    stampedAt: string | null;
    publishedAt: string | null;
    addedAt: string;
    timeMs: number;
    shown: number;
  };
  /** An article was changed at a position. */
  update: { number: number; article: string };
  backfilled: { article: string };
  /** One row: the last position that was given. */
  position: { last: number };
}
