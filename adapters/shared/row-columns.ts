import type { RowKind, Rows } from './store-rows.ts';

/** The kinds of rows that are the rows of a table, in a store with tables. */
export type TableKind = Exclude<RowKind, 'position'>;

/** How a store with tables keeps a kind of rows. */
export interface RowColumns<Kind extends TableKind> {
  /** What tells rows apart, and orders them. */
  key: readonly (keyof Rows[Kind] & string)[];
  /** All other columns. */
  rest: readonly (keyof Rows[Kind] & string)[];
  /** How many rows are read at once. */
  pageSize: number;
}

const MANY = 500;
/** Of rows that may be large. */
const FEW = 50;

/** The columns of each kind. */
export const ROW_COLUMNS: { readonly [Kind in TableKind]: RowColumns<Kind> } = {
  version: {
    key: ['number'],
    rest: ['bytes', 'article', 'content', 'title', 'stampedAt', 'addedAt', 'body'],
    pageSize: FEW,
  },
  versionFile: { key: ['version', 'file'], rest: [], pageSize: MANY },
  file: { key: ['file'], rest: ['size', 'mtimeMs', 'parserVersion', 'version', 'missedAt'], pageSize: MANY },
  refusal: { key: ['file'], rest: ['code', 'message', 'line', 'at'], pageSize: MANY },
  article: {
    key: ['number'],
    rest: [
      'id',
      'url',
      'title',
      'source',
      'language',
      'direction',
      'summary',
      'stampedAt',
      'publishedAt',
      'addedAt',
      'timeMs',
      'shown',
    ],
    pageSize: FEW,
  },
  update: { key: ['number'], rest: ['article'], pageSize: MANY },
  backfilled: { key: ['article'], rest: [], pageSize: MANY },
  state: { key: ['namespace', 'key'], rest: ['value', 'expires'], pageSize: MANY },
  settings: { key: ['platform', 'chat'], rest: ['body'], pageSize: MANY },
  subscription: {
    key: ['number'],
    rest: ['id', 'platform', 'chat', 'thread', 'server', 'state', 'nextAt', 'body'],
    pageSize: MANY,
  },
  feed: { key: ['number'], rest: ['id', 'nextAt', 'body'], pageSize: MANY },
  follower: { key: ['feed', 'platform', 'chat', 'thread'], rest: [], pageSize: MANY },
  entry: { key: ['number'], rest: ['feed', 'key', 'nextAt', 'state', 'body'], pageSize: MANY },
  delivery: {
    key: ['number'],
    rest: [
      'id',
      'subscription',
      'platform',
      'chat',
      'state',
      'readyAt',
      'tries',
      'reason',
      'done',
      'addedAt',
      'endedAt',
      'edition',
      'view',
    ],
    pageSize: FEW,
  },
};
