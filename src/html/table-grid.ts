import type { Span } from '../article/article.ts';
import { attribute, type Element } from './tree/dom.ts';

/** A cell of a table, and how many columns and rows it covers. */
export interface Cell {
  spans: Span[];
  columns: number;
  rows: number;
}

const MAX_COLUMNS = 50;
const MAX_ROWS = 500;
/** The cells that spans may add to a table: a few for each cell of its own, so that memory stays linear. */
const ADDED_PER_CELL = 4;
const ADDED_AT_LEAST = 400;

/** Creates a cell; its spans are read from the element, and limited. */
export function createCell(spans: Span[], element: Element): Cell {
  return { spans, columns: readSpan(element, 'colspan', MAX_COLUMNS), rows: readSpan(element, 'rowspan', MAX_ROWS) };
}

function readSpan(element: Element, name: string, max: number): number {
  const text = attribute(element, name);
  return /^\d{1,5}$/.test(text) ? Math.min(max, Math.max(1, Number(text))) : 1;
}

/** Arranges rows of cells in columns: an empty cell stands wherever a cell covers another column or row. */
export function toGrid(rows: readonly (readonly Cell[])[]): Span[][][] {
  let budget = ADDED_AT_LEAST + ADDED_PER_CELL * rows.reduce((sum, row) => sum + row.length, 0);
  /** For each column, how many more rows its cell covers. */
  let covered: number[] = [];
  return rows.map((cells) => {
    const row: Span[][] = [];
    const below: number[] = [];
    const cover = (rest: number): void => {
      budget -= 1;
      row.push([]);
      below.push(rest);
    };
    for (const { spans, columns, rows: height } of cells) {
      while ((covered[row.length] ?? 0) > 0 && budget > 0) cover((covered[row.length] ?? 0) - 1);
      row.push(spans);
      below.push(height - 1);
      for (let column = 1; column < columns && cells.length > 1 && budget > 0; column += 1) cover(height - 1);
    }
    const width = row.length;
    covered = [...below, ...covered.slice(width).map((rest) => Math.max(0, rest - 1))].slice(0, MAX_COLUMNS * 2);
    return withoutTrailing(row, cells);
  });
}

/** Empty cells at the end align nothing, unless the page has them. */
function withoutTrailing(row: readonly Span[][], cells: readonly Cell[]): Span[][] {
  const isOwn = new Set(cells.map(({ spans }) => spans));
  const end = row.findLastIndex((cell) => cell.length > 0 || isOwn.has(cell));
  return row.slice(0, end + 1);
}
