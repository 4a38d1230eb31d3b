import type { Block, Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { type Element, findAllBelow, walk } from './dom.ts';
import { type Page, readVisual } from './figures.ts';
import { followInline } from './inline.ts';
import type { Visual } from './items.ts';
import { createSpans } from './span-collector.ts';

/** Whether a table only places things on the page: one column or row, nested tables, or cells that hold headings, lists, figures or paragraphs. */
export function isLayoutTable(table: Element, page: Page): boolean {
  const stats = page.statsOf(table);
  if (stats.structures > 1 || stats.headings + stats.captions + stats.players > 0) return true;
  const rows = findAllBelow(table, (element) => element.name === 'tr');
  const cells = findAllBelow(table, (element) => element.name === 'td' || element.name === 'th');
  if (stats.items > cells.length) return true;
  if (stats.visuals > 0 && stats.visuals * 3 >= cells.length) return true;
  return cells.length <= rows.length || rows.length < 2 || stats.paragraphs > cells.length * 1.5 + 2;
}

/** Reads a table of data: its rows of cells, and the pictures in them. */
export function readTable(table: Element, page: Page): { block: Block; visuals: Visual[] } {
  const rows: Span[][][] = [];
  const visuals: Visual[] = [];
  const spans = createSpans();
  const inline = followInline(() => spans, page.base);
  const flush = (): void => {
    const cell = spans.take();
    if (textOf(cell).trim() !== '') (rows.at(-1) ?? startRow(rows)).push(cell);
  };
  walk(table, {
    enter(element) {
      if (page.skips(element)) return 'skip';
      const visual = readVisual(element, page);
      if (visual) visuals.push(visual);
      if (element.name === 'tr' || element.name === 'caption') startRow(rows);
      else if (!inline.enter(element)) spans.lineBreak();
      return visual ? 'skip' : undefined;
    },
    leave(element) {
      inline.leave(element);
      if (/^(?:td|th|caption)$/.test(element.name)) endCell(spans.isEmpty(), rows, flush);
    },
    text: inline.text,
  });
  flush();
  return { block: { kind: 'table', rows: rows.filter((row) => row.some((cell) => cell.length > 0)) }, visuals };
}

function startRow(rows: Span[][][]): Span[][] {
  const row: Span[][] = [];
  rows.push(row);
  return row;
}

/** An empty cell keeps its place, so that the columns stay under each other. */
function endCell(isEmpty: boolean, rows: Span[][][], flush: () => void): void {
  if (isEmpty) rows.at(-1)?.push([]);
  flush();
}
