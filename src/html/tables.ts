import type { Block, Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { trackInline } from './inline.ts';
import { inlineImageText } from './inline-images.ts';
import type { Visual } from './items.ts';
import type { MainContent } from './main-content.ts';
import { readVisual } from './read-figure.ts';
import { createSpanCollector } from './span-collector.ts';
import { type Element, findAllBelow, walk } from './tree/dom.ts';

/** Whether a table is used for layout: one column or row, nested tables, or cells with headings, lists, figures or paragraphs. */
export function isLayoutTable(table: Element, page: MainContent): boolean {
  const stats = page.statsOf(table);
  if (stats.structures > 1 || stats.headings + stats.captions + stats.players > 0) return true;
  const rows = findAllBelow(table, (element) => element.name === 'tr');
  const cells = findAllBelow(table, (element) => element.name === 'td' || element.name === 'th');
  if (stats.items > cells.length) return true;
  if (stats.visuals > 0 && stats.visuals * 3 >= cells.length) return true;
  return cells.length <= rows.length || rows.length < 2 || stats.paragraphs > cells.length * 1.5 + 2;
}

/** Reads a data table: its rows of cells, and the visuals in them. */
export function readTable(table: Element, page: MainContent): { block: Block; visuals: Visual[] } {
  const rows: Span[][][] = [];
  const visuals: Visual[] = [];
  const spans = createSpanCollector();
  const inline = trackInline(() => spans, page.base);
  const flush = (): void => {
    const cell = spans.take();
    if (textOf(cell).trim() !== '') (rows.at(-1) ?? startRow(rows)).push(cell);
  };
  walk(table, {
    enter(element) {
      if (page.skips(element)) return 'skip';
      const visual = readVisual(element, page);
      if (visual) visuals.push(visual);
      inline.text(inlineImageText(element) ?? '');
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
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0)).map((row) => row.slice());
  return { block: { kind: 'table', rows: filled }, visuals };
}

function startRow(rows: Span[][][]): Span[][] {
  const row: Span[][] = [];
  rows.push(row);
  return row;
}

/** Keeps an empty cell, so that columns stay aligned. */
function endCell(isEmpty: boolean, rows: Span[][][], flush: () => void): void {
  if (isEmpty) rows.at(-1)?.push([]);
  flush();
}
