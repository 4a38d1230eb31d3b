import { expect, it } from 'vitest';
import type { Metrics } from '../../src/metrics.ts';

/** Metrics, and a way to read them. */
export interface MeteredSubject {
  metrics: Metrics;
  /** The sum of a counter, or the number of observations of a histogram, under these labels in their order. */
  sumOf(metric: string, labels: Readonly<Record<string, string>>): Promise<number>;
}

/** What everything that counts promises. */
export function metricsContract(create: () => MeteredSubject): void {
  const sent = { platform: 'telegram', outcome: 'sent' } as const;

  it('adds up what is counted, apart by labels', async () => {
    const { metrics, sumOf } = create();
    metrics.count('editions', sent);
    metrics.count('editions', sent, 2);
    metrics.count('editions', { platform: 'discord', outcome: 'failed' });
    expect(await sumOf('editions', sent)).toBe(3);
    expect(await sumOf('editions', { platform: 'discord', outcome: 'failed' })).toBe(1);
    expect(await sumOf('editions', { platform: 'discord', outcome: 'sent' })).toBe(0);
  });

  it('counts observations', async () => {
    const { metrics, sumOf } = create();
    metrics.observe('lateness', { platform: 'telegram' }, 3);
    metrics.observe('lateness', { platform: 'telegram' }, 90_000);
    metrics.observe('parsing', {}, 0.1);
    expect(await sumOf('lateness', { platform: 'telegram' })).toBe(2);
    expect(await sumOf('parsing', {})).toBe(1);
  });

  it('takes no number that is none, and does not throw', async () => {
    const { metrics, sumOf } = create();
    for (const number of [Number.NaN, -1, Number.POSITIVE_INFINITY]) metrics.count('editions', sent, number);
    for (const number of [Number.NaN, Number.NEGATIVE_INFINITY]) metrics.observe('parsing', {}, number);
    expect([await sumOf('editions', sent), await sumOf('parsing', {})]).toEqual([0, 0]);
  });
}
