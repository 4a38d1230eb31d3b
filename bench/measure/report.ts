import type { Score, Tally } from './compare.ts';
import type { ParserOutcome } from './outcome.ts';

const LISTS = ['headings', 'paragraphs', 'images', 'links', 'captions', 'credits', 'authors', 'passages'] as const;
type List = (typeof LISTS)[number];

/** The figures of a group of snapshots: sums of lists, and means of shares over the files that have them. */
export interface GroupFigures {
  group: string;
  files: number;
  crashes: number;
  refusals: number;
  milliseconds: number;
  titles: { expected: number; found: number };
  lists: Record<List, { expected: number; found: number; missed: number; added: number }>;
  exactParagraphs: number;
  recall: number | null;
  precision: number | null;
  f1: number | null;
  wronglyKept: number | null;
}

/** Aggregates outcomes by group, in order of appearance, and into `total`. */
export function aggregate(outcomes: readonly ParserOutcome[]): GroupFigures[] {
  const groups = [...Map.groupBy(outcomes, ({ group }) => group)];
  return [...groups, ['total', outcomes] as const].map(([group, members]) => aggregateGroup(group, members));
}

function aggregateGroup(group: string, members: readonly ParserOutcome[]): GroupFigures {
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
    titles: { expected: titles.length, found: titles.filter(Boolean).length },
    lists: Object.fromEntries(LISTS.map((list) => [list, sumTallies(scores, list)])) as GroupFigures['lists'],
    exactParagraphs: scores.reduce((sum, score) => sum + score.exactParagraphs, 0),
    recall: mean(texts.map(({ recall }) => recall)),
    precision: mean(texts.map(({ precision }) => precision)),
    f1: mean(texts.map(({ f1 }) => f1)),
    wronglyKept: mean(kept),
  };
}

function sumTallies(scores: readonly Score[], list: List): GroupFigures['lists'][List] {
  const sum = { expected: 0, found: 0, missed: 0, added: 0 };
  for (const tally of scores.flatMap((score) => score[list] ?? [])) {
    sum.expected += tally.expected;
    sum.found += tally.found;
    sum.missed += tally.missed.length;
    sum.added += tally.added.length;
  }
  return sum;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Renders a table: `found/expected -missed +added` for each list, shares in percent. */
export function renderTable(summaries: readonly GroupFigures[]): string {
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
    `${summary.titles.found}/${summary.titles.expected}`,
    String(summary.crashes),
    String(summary.refusals),
    summary.milliseconds.toFixed(0),
  ]);
  return alignColumns([head, ...rows]);
}

/** Renders rows as lines with aligned columns. */
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

/** A share from 0 to 1 in percent with one decimal; a dash for null. */
export function percent(share: number | null): string {
  return share === null ? '-' : (share * 100).toFixed(1);
}

/** The counts of a list as `found/expected -missed +added`; a dash if there is nothing to compare. */
export function renderCounts({ expected, found, missed, added }: GroupFigures['lists'][List]): string {
  if (expected + added === 0) return '-';
  return `${found}/${expected}${missed ? ` -${missed}` : ''}${added ? ` +${added}` : ''}`;
}

/** Renders everything missed and added in one snapshot, a line each. */
export function renderDetails({ id, failure, score, milliseconds }: ParserOutcome): string {
  const lines = [`${id} (${milliseconds.toFixed(1)} ms)${failure ? ` ${failure.kind}: ${failure.message}` : ''}`];
  if (!score) return [...lines, '  no ground truth'].join('\n');
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
