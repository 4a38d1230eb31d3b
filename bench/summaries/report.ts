import type { ReferenceArticle } from './articles.ts';
import { type Interval, intervalOf } from './intervals.ts';
import { BASELINES, METHODS, type MethodName } from './methods.ts';
import type { Rouge } from './rouge.ts';

/** The scores of one article. */
export interface SummaryOutcome {
  text: ReferenceArticle;
  scores: Record<MethodName, Rouge>;
}

/** Smaller sets are left out of the mean. */
const MIN_ARTICLES = 20;
const HALVES = { all: ['tune', 'report'], tune: ['tune'], report: ['report'] } as const;

/** Which articles a table is over. */
export type Half = keyof typeof HALVES;

/** Renders ROUGE-1 / 2 / L by method and set, and the lead of ours, with 95 % confidence intervals. */
export function renderTable(outcomes: readonly SummaryOutcome[], half: Half): string {
  const kept = outcomes.filter(({ text }) => HALVES[half].some((one) => one === text.half));
  const sets = [...Map.groupBy(kept, ({ text }) => text.set)];
  const whole = new Set(
    [...Map.groupBy(outcomes, ({ text }) => text.set)]
      .filter(([, all]) => all.length >= MIN_ARTICLES)
      .map(([name]) => name),
  );
  const large = sets.filter(([name]) => whole.has(name)).map(([, members]) => members);
  const head = ['method', ...sets.map(([name, { length }]) => `${name} (${length})`), 'mean L', 'ours ahead by'];
  const rows = METHODS.map((method) => [
    method,
    ...sets.map(([, members]) => rouges(members, method)),
    percent(intervalOf(large.map((members) => members.map(({ scores }) => scores[method].longest)))),
    BASELINES.includes(method) ? percent(intervalOf(large.map((members) => members.map(ahead(method))))) : '',
  ]);
  return [`half: ${half}`, toLine(head), toLine(head.map(() => '---')), ...rows.map(toLine)].join('\n');
}

function ahead(method: MethodName): (outcome: SummaryOutcome) => number {
  return ({ scores }) => scores.ours.longest - scores[method].longest;
}

function rouges(members: readonly SummaryOutcome[], method: MethodName): string {
  const mean = (measure: keyof Rouge) => intervalOf([members.map(({ scores }) => scores[method][measure])]);
  return `${round(mean('one').mean)} / ${round(mean('two').mean)} / ${percent(mean('longest'))}`;
}

function percent({ mean, low, high }: Interval): string {
  return `${round(mean)} (${round(low)} to ${round(high)})`;
}

function round(share: number): string {
  return (share * 100).toFixed(1);
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
