/** The share of the amounts that is measured. A small one only shows that the benchmarks run. */
const SCALE = Number(process.env['BENCH_SCALE'] ?? 1);

/** An amount at that scale: a multiple of `step`, and at least one. */
export function scaled(amount: number, step = 1): number {
  return Math.max(1, Math.round((amount * SCALE) / step)) * step;
}
