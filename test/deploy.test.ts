import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPrometheus } from '../adapters/prometheus/metrics.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const ALERTS = read('deploy/prometheus/alerts.yml');
const DASHBOARD = read('deploy/grafana/gazette.json');
const alerts = [...ALERTS.matchAll(/- alert: (\w+)/gu)].map(([, name]) => String(name));

/** All series of the bot, without their labels. */
async function known(): Promise<ReadonlySet<string>> {
  const lines = (await createPrometheus().text([])).split('\n');
  const types = lines.flatMap((line) => {
    const [, name = '', type = ''] = /^# TYPE (\S+) (\S+)$/u.exec(line) ?? [];
    return type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name];
  });
  return new Set(types.filter((name) => name !== ''));
}

describe.each([
  ['the alerts', ALERTS],
  ['the dashboard', DASHBOARD],
])('%s', (_, text) => {
  it('name only metrics that exist', async () => {
    const names = [...text.matchAll(/\b(?:gazette|process|nodejs)_[a-z0-9_]+/gu)].map(([name]) => name);
    expect(names.length).toBeGreaterThan(10);
    const existing = await known();
    expect(names.filter((name) => !existing.has(name))).toEqual([]);
  });
});

describe('each alert', () => {
  it.each(alerts)('%s has a section in docs/operating.md that says what it means and what to do', (alert) => {
    const [, section = ''] = read('docs/operating.md').split(`\n### ${alert}\n`);
    expect((section.split('\n#')[0] ?? '').trim().length).toBeGreaterThan(80);
  });

  it('has no section without an alert', () => {
    const sections = [...read('docs/operating.md').matchAll(/^### (Gazette\w+)$/gmu)].map(([, name]) => name);
    expect(sections).toEqual(alerts);
  });
});

describe('the dashboard', () => {
  it('has panels with a title and a query each, and no place of two', () => {
    interface Panel {
      id: number;
      title: string;
      gridPos: object;
      targets: { expr: string }[];
    }
    const { panels } = JSON.parse(DASHBOARD) as { panels: Panel[] };
    expect(panels.every(({ title, targets }) => title !== '' && targets.every(({ expr }) => expr !== ''))).toBe(true);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ gridPos }) => JSON.stringify(gridPos))).size).toBe(panels.length);
  });
});
