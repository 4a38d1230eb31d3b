import type { SQLInputValue } from 'node:sqlite';
import { ROW_COLUMNS, type TableKind } from '../../shared/row-columns.ts';
import type { Rows, RowTable } from '../../shared/store-rows.ts';
import type { Database } from '../database.ts';

/** How a table differs from its kind of rows. */
interface TableOptions<Row> {
  table: string;
  /** Columns with another name, or that are computed. */
  select?: Partial<Record<keyof Row, string>>;
  /** Columns with another name, and those of other tables: `null`. */
  insert?: Partial<Record<keyof Row, string | null>>;
  /** The SQL condition of the rows that count. */
  where?: string;
  /** Called in the transaction that writes rows. */
  afterWrite?(rows: readonly Row[]): void;
}

/** The rows of a kind in a table. */
export function createRowTable<Kind extends TableKind>(
  database: Database,
  kind: Kind,
  { table, select = {}, insert = {}, where = 'TRUE', afterWrite }: TableOptions<Rows[Kind]>,
): RowTable<Rows[Kind]> {
  type Row = Rows[Kind];
  const { key, rest, pageSize } = ROW_COLUMNS[kind];
  const sourceOf = (column: keyof Row & string) => select[column] ?? column;
  const columns = [...key, ...rest].filter((column) => insert[column] !== null);
  const nameOf = (column: keyof Row & string) => insert[column] ?? column;
  const keys = key.join(', ');
  const selected = [...key, ...rest].map((column) => `${sourceOf(column)} AS "${column}"`).join(', ');
  const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ');
  const updates = columns.slice(key.length).map((column) => `${nameOf(column)} = excluded.${nameOf(column)}`);
  const upsert = `INSERT INTO ${table} (${columns.map(nameOf).join(', ')}) VALUES (${marks(columns.length)})
    ON CONFLICT (${keys}) DO ${updates.length === 0 ? 'NOTHING' : `UPDATE SET ${updates.join(', ')}`}`;
  return {
    async count() {
      return database.row<{ total: number }>(`SELECT count(*) AS total FROM ${table} WHERE ${where}`)?.total ?? 0;
    },
    async read(after) {
      const values = after === undefined ? [] : (JSON.parse(after) as SQLInputValue[]);
      const later = after === undefined ? '' : `AND (${keys}) > (${marks(values.length)})`;
      const sql = `SELECT ${selected} FROM ${table} WHERE ${where} ${later} ORDER BY ${keys} LIMIT ${pageSize}`;
      const rows = database.rows<Row>(sql, ...values);
      const last = rows.length < pageSize ? undefined : rows.at(-1);
      return { rows, ...(last !== undefined && { next: JSON.stringify(key.map((column) => last[column])) }) };
    },
    async write(rows) {
      database.transaction(() => {
        for (const row of rows) database.run(upsert, ...columns.map((column) => row[column] as SQLInputValue));
        afterWrite?.(rows);
      });
    },
  };
}
