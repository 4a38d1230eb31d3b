/** How many messages may go out at once, since timers are not exact. */
const MAX_BURST = 4;
/** The spacing is a little shorter than even, to make up for late timers. */
const SPACING = 0.9;

/**
 * Spreads messages almost evenly, so that an answer soon finds room and does not wait for a whole second to pass:
 * https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
export function createCellRate(nowMs: () => number, limit: { readonly most: number; readonly withinMs: number }) {
  const intervalMs = () => (SPACING * limit.withinMs) / Math.max(1, limit.most);
  let theoreticalArrival = Number.NEGATIVE_INFINITY;
  return {
    /** When the next one may go. */
    freeAt: () => theoreticalArrival - (MAX_BURST - 1) * intervalMs(),
    recordSent(cost: number): void {
      theoreticalArrival = Math.max(theoreticalArrival, nowMs()) + cost * intervalMs();
    },
  };
}
