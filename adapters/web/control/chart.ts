import { html } from 'hono/html';
import type { Html } from '../pages/layout.ts';
import type { DayChart } from './statistics.ts';

const [WIDTH, HEIGHT, LABELS, GAP] = [560, 160, 18, 6];

/** Stacked bars by day as SVG, with a legend; nothing if there are none. Each bar says its numbers. */
export function barChart(title: string, { days, series }: DayChart): Html | '' {
  const totals = days.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const most = Math.max(...totals);
  if (most === 0) return '';
  const step = WIDTH / days.length;
  const bars = days.map((day, at) => {
    let top = HEIGHT;
    const parts = series.map(({ values }, number) => {
      const height = round(((values[at] ?? 0) / most) * HEIGHT);
      top = round(top - height);
      return html`<rect class="series-${number}" x="${round(at * step + GAP / 2)}" y="${top}" width="${round(step - GAP)}" height="${height}"/>`;
    });
    const numbers = series.map(({ name, values }) => `${name} ${values[at] ?? 0}`).join(', ');
    const label =
      at % 2 === 1
        ? ''
        : html`<text x="${round(at * step + step / 2)}" y="${HEIGHT + LABELS - 4}">${day.slice(8)}</text>`;
    return html`<g><title>${day}: ${numbers}</title>${parts}${label}</g>`;
  });
  const legend = series.map(({ name }, number) => html`<li><span class="series-${number}"></span>${name}</li>`);
  return html`<figure class="chart"><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT + LABELS}" role="img" aria-label="${title}: ${days[0] ?? ''} – ${days.at(-1) ?? ''}; ${totals.join(', ')}">${bars}</svg>
<ul class="legend">${legend}</ul></figure>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
