/** Longer lines are hard to read on. */
const MAX_COLUMNS = 100;

/** How wide to write on a terminal; undefined, for as wide as it comes, where it does not know and says 0. */
export function columnsOf({ columns }: { columns?: number | undefined }): number | undefined {
  return columns === undefined || columns <= 0 ? undefined : Math.min(columns, MAX_COLUMNS);
}
