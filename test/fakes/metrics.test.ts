import { describe } from 'vitest';
import { metricsContract } from '../contracts/metrics.ts';
import { createFakeMetrics } from './metrics.ts';

describe('the fake metrics', () => {
  metricsContract(() => {
    const metrics = createFakeMetrics();
    return { metrics, sumOf: async (metric, labels) => metrics.sumOf(metric, labels) };
  });
});
