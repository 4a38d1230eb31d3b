import { ROW_KINDS, type RowKind, type Rows, type StoreRows } from '../shared/store-rows.ts';

/** How far rows were copied: all of the kinds before this one, and of this one those up to a cursor, or all. */
export interface CopyPosition {
  kind: RowKind;
  after?: string;
  isComplete: boolean;
}

interface CopyOptions {
  from: Pick<StoreRows, 'tables'>;
  to: Pick<StoreRows, 'tables'>;
  /** The position to continue from. */
  start?: CopyPosition | undefined;
  /** Which state has not expired. */
  now: Date;
  /** Called after each page, with its size. Rejects to stop. */
  onPage(position: CopyPosition, rows: number): Promise<void>;
}

/** Copies all rows, in pages, from a position on. A page that was copied before may be copied again. */
export async function copyRows({ start, ...options }: CopyOptions): Promise<void> {
  const begun = start === undefined ? 0 : ROW_KINDS.indexOf(start.kind);
  for (const kind of ROW_KINDS.slice(start?.isComplete === true ? begun + 1 : begun))
    await copyKind(kind, options, kind === start?.kind ? start.after : undefined);
}

async function copyKind<Kind extends RowKind>(
  kind: Kind,
  { from, to, now, onPage }: Omit<CopyOptions, 'start'>,
  start: string | undefined,
): Promise<void> {
  for (let after = start; ; ) {
    const { rows, next } = await from.tables[kind].read(after);
    await to.tables[kind].write(rows.filter((row) => !isExpired(row, now)));
    await onPage({ kind, ...(next !== undefined && { after: next }), isComplete: next === undefined }, rows.length);
    if (next === undefined) return;
    after = next;
  }
}

/** Whether a row has no value any more. */
export function isExpired(row: Rows[RowKind], now: Date): boolean {
  return 'expires' in row && row.expires !== null && row.expires <= now.getTime();
}
