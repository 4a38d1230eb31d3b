/** Longer lines are hard to read. */
const MAX_COLUMNS = 100;

/** The width for wrapping on a terminal; undefined for no wrapping, if the terminal reports none or 0. */
export function columnsOf({ columns }: { columns?: number | undefined }): number | undefined {
  return columns === undefined || columns <= 0 ? undefined : Math.min(columns, MAX_COLUMNS);
}
