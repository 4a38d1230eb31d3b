import type { RowReader } from '../../adapters/shared/row-reader.ts';

/** Rejects where a row cannot be read. */
export const strictRows: RowReader = { read: (_, parse) => parse(), readLater: (_, parse) => parse() };
