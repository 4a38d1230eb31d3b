/** The largest number of these times that fall within one period of `withinMs`. */
export function busiest(times: readonly number[], withinMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + withinMs).length));
}
