import { createRandom } from '../random.ts';

const RESAMPLES = 1000;

/** A mean with its 95 % confidence interval. */
export interface Interval {
  mean: number;
  low: number;
  high: number;
}

/** The mean of the group means, with a bootstrap confidence interval (the same at every run). */
export function intervalOf(groups: readonly (readonly number[])[]): Interval {
  const random = createRandom(20_240_601);
  const means = Array.from({ length: RESAMPLES }, () =>
    meanOf(groups.map((values) => meanOf(values.map(() => values[Math.floor(random() * values.length)] ?? 0)))),
  ).toSorted((one, other) => one - other);
  return {
    mean: meanOf(groups.map(meanOf)),
    low: means[Math.floor(RESAMPLES * 0.025)] ?? 0,
    high: means[Math.floor(RESAMPLES * 0.975)] ?? 0,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
