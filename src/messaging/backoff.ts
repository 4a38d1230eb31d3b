/** Delays that double with each failure, up to the longest. */
export interface Backoff {
  firstMs: number;
  longestMs: number;
}

/** The delay after so many failures. */
export function exponentialBackoff(failures: number, { firstMs, longestMs }: Backoff): number {
  return Math.min(longestMs, firstMs * 2 ** (failures - 1));
}
