import { describe, expect, it } from 'vitest';
import { createPrometheus } from '../../../adapters/prometheus/metrics.ts';
import { COUNTERS, GAUGES, HISTOGRAMS } from '../../../src/metrics.ts';
import { metricsContract } from '../../contracts/metrics.ts';
import { readMetric } from '../../fixtures/read-metric.ts';

describe('the metrics for Prometheus', () => {
  metricsContract(() => {
    const metrics = createPrometheus();
    return {
      metrics,
      async sumOf(metric, labels) {
        const counter = Object.entries(COUNTERS).find(([key]) => key === metric)?.[1].name;
        const histogram = Object.entries(HISTOGRAMS).find(([key]) => key === metric)?.[1].name;
        const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
        const series = `${counter ?? `${histogram}_count`}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''}`;
        return readMetric(await metrics.text([]), series) ?? 0;
      },
    };
  });

  it('names every metric with the unit or kind that Prometheus wants', async () => {
    const text = await createPrometheus().text([]);
    for (const { name } of Object.values(COUNTERS)) expect(name).toMatch(/^gazette_[a-z_]+_total$/);
    for (const { name } of Object.values(HISTOGRAMS)) expect(name).toMatch(/^gazette_[a-z_]+_seconds$/);
    for (const { name, help } of Object.values({ ...COUNTERS, ...HISTOGRAMS, ...GAUGES }))
      expect(text).toContain(`# HELP ${name} ${help}`);
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('shows a gauge only as long as it is read', async () => {
    const metrics = createPrometheus();
    const series = 'gazette_subscriptions{platform="telegram",state="active"}';
    const labels = { platform: 'telegram', state: 'active' };
    expect(readMetric(await metrics.text([{ gauge: 'subscriptions', labels, value: 4 }]), series)).toBe(4);
    expect(readMetric(await metrics.text([]), series)).toBeUndefined();
  });

  it('lets no text into a label, and not many values', async () => {
    const metrics = createPrometheus();
    const hostile = ['A title with spaces', 'x"} 1\ngazette_fake 1', '', 'y'.repeat(200), '频道'];
    for (const outcome of hostile) metrics.count('editions', { platform: 'telegram', outcome });
    for (let id = 0; id < 1000; id += 1) metrics.count('editions', { platform: `chat-${id}`, outcome: 'sent' });
    const text = await metrics.text([]);
    const series = text.split('\n').filter((line) => line.startsWith('gazette_editions_total{'));
    expect(series.length).toBeLessThan(60);
    expect(readMetric(text, 'gazette_editions_total{platform="telegram",outcome="other"}')).toBe(hostile.length);
    expect(text).not.toContain('gazette_fake');
  });
});
