import type { Translate } from '../../locales/messages.ts';
import { renderPlainTable } from '../../view/plain-table.ts';
import type { Block, Picture, Span } from '../../view/view.ts';
import { type Run, run } from './rich-text.ts';

/** A wider table breaks its lines on a phone. */
const MAX_TABLE_COLUMNS = 34;

/** One line of a block. The first line keeps the usual distance from the block before; the others are `tight`. */
export interface Line {
  runs: readonly Run[];
  tight: boolean;
}

type ToRuns = (spans: readonly Span[]) => readonly Run[];

/** Whether the items of a list have several lines, so that space between them is needed. */
export function isSpacedList({ items }: Pick<Extract<Block, { kind: 'list' }>, 'items'>): boolean {
  return items.some((spans) => spans.some(({ text }) => text.includes('\n')));
}

/** The items of a list that have text, each with its number or bullet. */
export function listLines(
  list: Extract<Block, { kind: 'list' }>,
  { bullet, toRuns }: { bullet: string; toRuns: ToRuns },
): (Line & { marker: string })[] {
  const { ordered, start = 1, items } = list;
  const isSpaced = isSpacedList(list);
  return items
    .map((spans, at) => ({
      marker: ordered ? `${start + at}. ` : bullet,
      runs: toRuns(spans),
      tight: at > 0 && !isSpaced,
    }))
    .filter(({ runs }) => runs.length > 0);
}

/** A narrow table without links as columns in program text, any other as one line for each row. */
export function tableLines(
  { rows }: Extract<Block, { kind: 'table' }>,
  { t, toRuns }: { t: Translate; toRuns: ToRuns },
): (Line & { code: boolean })[] {
  const hasLinks = rows.flat(2).some((span) => span.kind === 'link');
  const columns = hasLinks ? [] : renderPlainTable(rows, { colour: false, t });
  if (columns.length > 0 && columns.every((line) => line.length <= MAX_TABLE_COLUMNS)) {
    return [{ runs: [run(columns.join('\n'))], tight: false, code: true }];
  }
  return rows.map((cells, at) => {
    const runs = cells.flatMap((spans, column) => [...(column === 0 ? [] : [run(' | ')]), ...toRuns(spans)]);
    return { runs, tight: at > 0, code: false };
  });
}

/** The caption and the description of a picture in one line, without repetition. */
export function captionOf({ caption, alt }: Picture): string {
  const texts = [caption, alt].map((text) => text?.trim() ?? '').filter((text) => text !== '');
  return [...new Set(texts)].join(' · ');
}

/** The credit of a picture as it follows the caption; empty without one. */
export function creditOf({ credit }: Picture, t: Translate): string {
  return credit === null || credit.trim() === '' ? '' : t('picture.credit', { credit });
}
