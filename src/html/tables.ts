import type { Block } from '../article/article.ts';
import { trackInline } from './inline.ts';
import { inlineImageText } from './inline-images.ts';
import type { Visual } from './items.ts';
import type { MainContent } from './main-content.ts';
import { addCaption, readVisual } from './read-figure.ts';
import { createSpanCollector } from './span-collector.ts';
import { type Cell, createCell, toGrid } from './table-grid.ts';
import { isBlock } from './tree/block-elements.ts';
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
  const rows: Cell[][] = [];
  const visuals: Visual[] = [];
  const spans = createSpanCollector();
  const inline = trackInline(() => spans, page.base);
  const endCell = (element: Element): void => {
    (rows.at(-1) ?? startRow(rows)).push(createCell(spans.take(), element));
  };
  walk(table, {
    enter(element) {
      if (page.skips(element)) return 'skip';
      const visual = readVisual(element, page);
      if (visual) visuals.push(visual);
      inline.text(inlineImageText(element) ?? '');
      if (addCaption(visuals.at(-1), element)) return 'skip';
      if (element.name === 'tr' || element.name === 'caption') startRow(rows);
      else if (!inline.enter(element)) spans.lineBreak();
      return visual ? 'skip' : undefined;
    },
    leave(element) {
      inline.leave(element);
      if (/^(?:td|th|caption)$/.test(element.name)) endCell(element);
      else if (isBlock(element)) spans.lineBreak();
    },
    text: inline.text,
  });
  if (!spans.isEmpty()) endCell(table);
  const filled = toGrid(rows).filter((row) => row.some((cell) => cell.length > 0));
  return { block: { kind: 'table', rows: filled }, visuals };
}

function startRow(rows: Cell[][]): Cell[] {
  const row: Cell[] = [];
  rows.push(row);
  return row;
}
