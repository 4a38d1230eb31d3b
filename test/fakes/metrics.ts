import type { Metrics } from '../../src/metrics.ts';

/** Metrics in memory. */
export interface FakeMetrics extends Metrics {
  /** The sum, or the number of observations, under a metric with these labels. */
  sumOf(metric: string, labels: Readonly<Record<string, string>>): number;
  /** Each observation of a metric, in order. */
  observed(metric: string): readonly number[];
}

export function createFakeMetrics(): FakeMetrics {
  const sums = new Map<string, number>();
  const observations = new Map<string, number[]>();
  const add = (metric: string, labels: object, by: number) => {
    const key = `${metric} ${JSON.stringify(labels)}`;
    sums.set(key, (sums.get(key) ?? 0) + by);
  };
  return {
    count(metric, labels, by = 1) {
      if (by >= 0 && Number.isFinite(by)) add(metric, labels, by);
    },
    observe(metric, labels, seconds) {
      if (!Number.isFinite(seconds)) return;
      add(metric, labels, 1);
      observations.set(metric, [...(observations.get(metric) ?? []), seconds]);
    },
    sumOf: (metric, labels) => sums.get(`${metric} ${JSON.stringify(labels)}`) ?? 0,
    observed: (metric) => observations.get(metric) ?? [],
  };
}
