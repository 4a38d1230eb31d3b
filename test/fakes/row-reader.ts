import type { RowReader } from '../../adapters/sqlite/skip-unreadable.ts';

/** Rejects where a row cannot be read. */
export const strictRows: RowReader = { read: (_, parse) => parse() };
