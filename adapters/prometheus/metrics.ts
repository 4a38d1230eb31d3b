import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { COUNTERS, GAUGES, HISTOGRAMS, type Metrics, type Reading } from '../../src/metrics.ts';

/** Metrics in Prometheus' format. */
export interface Prometheus extends Metrics {
  readonly contentType: string;
  /** Everything that was counted, with the readings of now. */
  text(readings: readonly Reading[]): Promise<string>;
}

/** A label with another value would be a mistake of ours. It must not fill the memory of whoever stores the metrics. */
const LABEL = /^[\w.-]{1,40}$/;
const MAX_VALUES = 50;
const OTHER = 'other';

/** Creates the metrics of a process, with those of Node. */
export function createPrometheus(): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counters = mapValues(COUNTERS, (one) => new Counter({ ...toOptions(one), registers }));
  const histograms = mapValues(HISTOGRAMS, (one) => {
    const buckets = [...one.buckets];
    return new Histogram({ ...toOptions(one), buckets, registers });
  });
  const gauges = mapValues(GAUGES, (one) => new Gauge({ ...toOptions(one), registers }));
  const bound = createLabelBound();
  return {
    contentType: registry.contentType,
    count(name, labels, by = 1) {
      if (by >= 0 && Number.isFinite(by)) counters[name].inc(bound(name, labels), by);
    },
    observe(name, labels, seconds) {
      if (Number.isFinite(seconds)) histograms[name].observe(bound(name, labels), seconds);
    },
    async text(readings) {
      for (const gauge of Object.values(gauges)) gauge.reset();
      for (const { gauge, labels, value } of readings) gauges[gauge].set(bound(gauge, labels), value);
      return await registry.metrics();
    },
  };
}

function toOptions({ name, help, labels }: { name: string; help: string; labels: readonly string[] }) {
  return { name, help, labelNames: [...labels] };
}

/** Replaces values that no label has, and all values of a label after the first fifty. */
function createLabelBound() {
  const known = new Map<string, Set<string>>();
  const boundOne = (label: string, value: string): string => {
    const values = known.get(label) ?? new Set();
    known.set(label, values);
    if (!LABEL.test(value) || (values.size >= MAX_VALUES && !values.has(value))) return OTHER;
    values.add(value);
    return value;
  };
  return (metric: string, labels: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, boundOne(`${metric} ${label}`, value)]));
}

function mapValues<Names extends string, Value, Result>(
  values: Readonly<Record<Names, Value>>,
  map: (value: Value) => Result,
): Record<Names, Result> {
  const entries = Object.entries<Value>(values).map(([name, value]) => [name, map(value)] as const);
  return Object.fromEntries(entries) as Record<Names, Result>;
}
