import { createHash } from 'node:crypto';
import type { RowKind, Rows, RowTable } from '../shared/store-rows.ts';

type AnyRow = Rows[RowKind];

/** What tells whether two tables have the same rows, in whatever order. */
export interface TableSummary {
  count: number;
  digest: string;
}

const DIGEST_BYTES = 32;

/** Summarizes a table by the values of all rows that count. */
export async function summarizeTable(
  table: Pick<RowTable<AnyRow>, 'read'>,
  counts: (row: AnyRow) => boolean,
): Promise<TableSummary> {
  const sum = Buffer.alloc(DIGEST_BYTES);
  let count = 0;
  for (let after: string | undefined; ; ) {
    const { rows, next } = await table.read(after);
    for (const row of rows) {
      if (!counts(row)) continue;
      count += 1;
      for (const [at, byte] of digestOf(row).entries()) sum[at] = (sum[at] ?? 0) ^ byte;
    }
    if (next === undefined) return { count, digest: sum.toString('hex') };
    after = next;
  }
}

function digestOf(row: AnyRow): Buffer {
  const hash = createHash('sha256');
  for (const [column, value] of Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value instanceof Uint8Array) hash.update(`${column} ${value.length} `).update(value);
    else hash.update(`${column} ${JSON.stringify(toStorable(value))} `);
  }
  return hash.digest();
}

/** Not every store can keep U+0000 in a text. */
function toStorable(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u0000', '\uFFFD').toWellFormed() : value;
}
