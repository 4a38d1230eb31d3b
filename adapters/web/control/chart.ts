import { html } from 'hono/html';
import type { Html } from '../pages/layout.ts';

const [WIDTH, HEIGHT, LABELS, GAP] = [560, 160, 18, 6];

/** Numbers over time: for each of its bars, one of each series. */
export interface BarChart {
  /** What each bar is called, and what is below it. */
  bars: readonly { name: string; label: string }[];
  series: readonly { name: string; values: readonly number[] }[];
}

/** Stacked bars as SVG, with a legend; nothing if there are none. Each bar says its numbers. */
export function barChart(title: string, { bars, series }: BarChart): Html | '' {
  const totals = bars.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const most = Math.max(0, ...totals);
  if (most === 0) return '';
  const step = WIDTH / bars.length;
  const drawn = bars.map(({ name: called, label }, at) => {
    let top = HEIGHT;
    const parts = series.map(({ values }, number) => {
      const height = round(((values[at] ?? 0) / most) * HEIGHT);
      top = round(top - height);
      return html`<rect class="series-${number}" x="${round(at * step + GAP / 2)}" y="${top}" width="${round(step - GAP)}" height="${height}"/>`;
    });
    const numbers = series.map(({ name, values }) => `${name} ${values[at] ?? 0}`).join(', ');
    const below =
      at % 2 === 1 ? '' : html`<text x="${round(at * step + step / 2)}" y="${HEIGHT + LABELS - 4}">${label}</text>`;
    return html`<g><title>${called}: ${numbers}</title>${parts}${below}</g>`;
  });
  const legend = series.map(({ name }, number) => html`<li><span class="series-${number}"></span>${name}</li>`);
  return html`<figure class="chart"><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT + LABELS}" role="img" aria-label="${title}: ${bars[0]?.name ?? ''} – ${bars.at(-1)?.name ?? ''}; ${totals.join(', ')}">${drawn}</svg>
<ul class="legend">${legend}</ul></figure>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
