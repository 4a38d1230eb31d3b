import { ROW_COLUMNS, type TableKind } from '../../shared/row-columns.ts';
import type { Rows, RowTable } from '../../shared/store-rows.ts';
import type { Database, Queries, Value } from '../database.ts';

/** How a table differs from its kind of rows. */
interface TableOptions<Row> {
  table: string;
  /** Columns that are computed. */
  select?: Partial<Record<keyof Row, string>>;
  /** Columns that only the table has. */
  extra?: Readonly<Record<string, (row: Row) => string>>;
  /** The SQL condition of the rows that count. */
  where?: string;
  /** Computes what belongs to the rows; the result is called in the transaction that writes them. */
  prepare?(rows: readonly Row[]): Promise<(queries: Queries) => Promise<void>>;
}

/** PostgreSQL answers a statement within seconds, so it gets so many characters at once, or one row. */
const MAX_STATEMENT_UNITS = 2_000_000;

/** The rows of a kind in a table, whose columns have the same names in snake case. */
export function createRowTable<Kind extends TableKind>(
  database: Database,
  kind: Kind,
  { table, select = {}, extra = {}, where = 'TRUE', prepare }: TableOptions<Rows[Kind]>,
): RowTable<Rows[Kind]> {
  type Row = Rows[Kind];
  const { key, rest, pageSize } = ROW_COLUMNS[kind];
  const sourceOf = (column: keyof Row & string) => select[column] ?? toSnakeCase(column);
  const keys = key.map(toSnakeCase).join(', ');
  const selected = [...key, ...rest].map((column) => `${sourceOf(column)} AS "${column}"`).join(', ');
  const names = [...[...key, ...rest].map(toSnakeCase), ...Object.keys(extra)];
  const updates = names.slice(key.length).map((name) => `${name} = excluded.${name}`);
  const upsert = `INSERT INTO ${table} (${names.join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${names.join(', ')} FROM json_populate_recordset(NULL::${table}, $1::json)
    ON CONFLICT (${keys}) DO ${updates.length === 0 ? 'NOTHING' : `UPDATE SET ${updates.join(', ')}`}`;
  const toJson = (row: Row) =>
    JSON.stringify({
      ...Object.fromEntries([...key, ...rest].map((column) => [toSnakeCase(column), toJsonValue(row[column])])),
      ...Object.fromEntries(Object.entries(extra).map(([name, compute]) => [name, compute(row)])),
    });
  return {
    async count() {
      const sql = `SELECT count(*) AS total FROM ${table} WHERE ${where}`;
      return (await database.row<{ total: number }>(sql))?.total ?? 0;
    },
    async read(after) {
      const values = after === undefined ? [] : (JSON.parse(after) as Value[]);
      const marks = values.map((_, at) => `$${at + 1}`).join(', ');
      const later = after === undefined ? '' : `AND (${keys}) > (${marks})`;
      const sql = `SELECT ${selected} FROM ${table} WHERE ${where} ${later} ORDER BY ${keys} LIMIT ${pageSize}`;
      const rows = await database.rows<Row>(sql, ...values);
      const last = rows.length < pageSize ? undefined : rows.at(-1);
      return { rows, ...(last !== undefined && { next: JSON.stringify(key.map((column) => last[column])) }) };
    },
    async write(rows) {
      const finish = await prepare?.(rows);
      await database.transaction(async (queries) => {
        for (const statement of inStatements(rows.map(toJson))) await queries.run(upsert, statement);
        await finish?.(queries);
      });
    },
  };
}

/** Rows of JSON as arrays that are not too long. */
function inStatements(rows: readonly string[]): string[] {
  const statements: string[][] = [];
  let units = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    units += row.length;
    if (units > MAX_STATEMENT_UNITS) {
      statements.push([]);
      units = row.length;
    }
    statements.at(-1)?.push(row);
  }
  return statements.map((statement) => `[${statement.join(',')}]`);
}

/** PostgreSQL reads no U+0000 and no half of a pair from JSON. */
function toJsonValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  return typeof value === 'string' ? value.replaceAll('\u0000', '\uFFFD').toWellFormed() : value;
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
