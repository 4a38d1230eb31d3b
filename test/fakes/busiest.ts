/** The most of these times within any period of so many milliseconds. */
export function busiest(times: readonly number[], withinMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + withinMs).length));
}
