import type { RowTable } from '../../shared/store-rows.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** How a table keeps rows of a kind. */
interface TableOptions<Row, Stored> {
  table: string;
  pageSize: number;
  idOf(row: Row): string;
  toRows(stored: readonly { id: string; row: Stored }[]): Promise<Row[]>;
  /** Writes a row that the transaction has read. */
  put(rows: Transaction, id: string, row: Row): Promise<void> | undefined;
}

/** The rows of a kind in a table. */
export function createRowTable<Row extends object, Stored>(
  database: Database,
  { table, pageSize, idOf, toRows, put }: TableOptions<Row, Stored>,
): RowTable<Row> {
  const name = database.key(table);
  /** Sorted, as they were when the first page was read. */
  let ids: string[] = [];
  return {
    count: () => database.call<number>('HLEN', name),
    async read(after) {
      if (after === undefined) ids = (await database.call<string[]>('HKEYS', name)).toSorted(compare);
      const begin = after === undefined ? 0 : ids.findIndex((id) => compare(id, after) > 0);
      const page = begin < 0 ? [] : ids.slice(begin, begin + pageSize);
      const found = await database.rows<Stored>(table, page);
      const rows = await toRows(page.flatMap((id, at) => toStored(id, found[at])));
      const last = page.length < pageSize ? undefined : page.at(-1);
      return { rows, ...(last !== undefined && { next: last }) };
    },
    async write(rows) {
      await database.transaction(async (written) => {
        await written.getMany(table, rows.map(idOf));
        for (const row of rows) await put(written, idOf(row), row);
      });
      const numbers = rows.flatMap((row) => ('number' in row && typeof row.number === 'number' ? [row.number] : []));
      if (numbers.length > 0) await database.raiseNumber(Math.max(...numbers));
    },
  };
}

function toStored<Stored>(id: string, row: Stored | undefined): { id: string; row: Stored }[] {
  return row === undefined ? [] : [{ id, row }];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
