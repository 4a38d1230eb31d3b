import type { Score, Tally } from './compare.ts';
import type { Outcome } from './outcome.ts';

const LISTS = ['headings', 'paragraphs', 'images', 'links', 'captions', 'credits', 'authors', 'passages'] as const;
type List = (typeof LISTS)[number];

/** The figures of several snapshots together; lists are summed, shares are means over the files that have them. */
export interface Summary {
  group: string;
  files: number;
  crashes: number;
  refusals: number;
  milliseconds: number;
  titles: { known: number; found: number };
  lists: Record<List, { known: number; found: number; missed: number; added: number }>;
  exactParagraphs: number;
  recall: number | null;
  precision: number | null;
  f1: number | null;
  wronglyKept: number | null;
}

/** One summary for each group, in order of appearance, and one for all together, called `total`. */
export function summarise(outcomes: readonly Outcome[]): Summary[] {
  const groups = [...Map.groupBy(outcomes, ({ group }) => group)];
  return [...groups, ['total', outcomes] as const].map(([group, members]) => summariseGroup(group, members));
}

function summariseGroup(group: string, members: readonly Outcome[]): Summary {
  const scores = members.flatMap(({ score }) => score ?? []);
  const titles = scores.flatMap(({ title }) => title ?? []);
  const texts = scores.flatMap(({ text }) => text ?? []);
  const kept = scores.flatMap(({ wronglyKept }) => wronglyKept ?? []);
  return {
    group,
    files: members.length,
    crashes: members.filter(({ failure }) => failure?.kind === 'crash').length,
    refusals: members.filter(({ failure }) => failure?.kind === 'refusal').length,
    milliseconds: members.reduce((sum, member) => sum + member.milliseconds, 0),
    titles: { known: titles.length, found: titles.filter(Boolean).length },
    lists: Object.fromEntries(LISTS.map((list) => [list, sumTallies(scores, list)])) as Summary['lists'],
    exactParagraphs: scores.reduce((sum, score) => sum + score.exactParagraphs, 0),
    recall: mean(texts.map(({ recall }) => recall)),
    precision: mean(texts.map(({ precision }) => precision)),
    f1: mean(texts.map(({ f1 }) => f1)),
    wronglyKept: mean(kept),
  };
}

function sumTallies(scores: readonly Score[], list: List): Summary['lists'][List] {
  const sum = { known: 0, found: 0, missed: 0, added: 0 };
  for (const tally of scores.flatMap((score) => score[list] ?? [])) {
    sum.known += tally.known;
    sum.found += tally.found;
    sum.missed += tally.missed.length;
    sum.added += tally.added.length;
  }
  return sum;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The summaries as a table: `found/known -missed +added` for each list, shares in percent. */
export function renderTable(summaries: readonly Summary[]): string {
  const head = [
    'group',
    'files',
    'recall',
    'prec',
    'F1',
    'wrong',
    ...LISTS,
    'exact',
    'title',
    'crash',
    'refused',
    'ms',
  ];
  const rows = summaries.map((summary) => [
    summary.group,
    String(summary.files),
    ...[summary.recall, summary.precision, summary.f1, summary.wronglyKept].map(percent),
    ...LISTS.map((list) => renderCounts(summary.lists[list])),
    String(summary.exactParagraphs),
    `${summary.titles.found}/${summary.titles.known}`,
    String(summary.crashes),
    String(summary.refusals),
    summary.milliseconds.toFixed(0),
  ]);
  return alignColumns([head, ...rows]);
}

/** Rows of cells as lines, each column as wide as its widest cell. */
export function alignColumns(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A share of 0 to 1 in percent with one decimal; a dash for none. */
export function percent(share: number | null): string {
  return share === null ? '-' : (share * 100).toFixed(1);
}

/** A list's counts as `found/known -missed +added`; a dash where there is nothing to compare. */
export function renderCounts({ known, found, missed, added }: Summary['lists'][List]): string {
  if (known + added === 0) return '-';
  return `${found}/${known}${missed ? ` -${missed}` : ''}${added ? ` +${added}` : ''}`;
}

/** Everything missed and added in one snapshot, a line each. */
export function renderDetails({ id, failure, score, milliseconds }: Outcome): string {
  const lines = [`${id} (${milliseconds.toFixed(1)} ms)${failure ? ` ${failure.kind}: ${failure.message}` : ''}`];
  if (!score) return [...lines, '  nothing is known of it'].join('\n');
  const { text, wronglyKept } = score;
  if (score.title === false) lines.push('  title differs');
  if (text)
    lines.push(
      `  text: recall ${percent(text.recall)} precision ${percent(text.precision)} wrongly kept ${percent(wronglyKept)}`,
    );
  for (const list of LISTS) lines.push(...renderTally(list, score[list]));
  return lines.join('\n');
}

function renderTally(list: List, tally: Tally | null): string[] {
  if (!tally) return [];
  return [
    ...tally.missed.map((text) => `  ${list} missed: ${JSON.stringify(text)}`),
    ...tally.added.map((text) => `  ${list} added: ${JSON.stringify(text)}`),
  ];
}
