import { widthOf } from '../text/width.ts';
import { type Paper, toLines, toPieces } from './paper.ts';
import { type Piece, renderPieces } from './terminal-style.ts';
import type { Span } from './view.ts';
import { wrapPieces } from './wrap-text.ts';

const GAP = 2;
const WIDEST = 100;

type Row = readonly (readonly Span[])[];

/** Renders a table in columns if it fits, else row by row with bars between the cells. */
export function renderPlainTable(rows: readonly Row[], paper: Paper): string[] {
  const cells = rows.map((row) => row.map((spans) => toPieces(spans, paper)));
  const columns = columnWidths(cells);
  const total = columns.reduce((sum, width) => sum + width + GAP, -GAP);
  if (total <= (paper.width ?? WIDEST)) return cells.map((row) => alignRow(row, columns, paper));
  return cells.flatMap((row) => toLines(joinCells(row), paper, { first: '', rest: '  ' }));
}

function columnWidths(rows: readonly (readonly Piece[][])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cellWidth(cell));
  }
  return widths;
}

/** A cell with several lines does not fit into a column. */
function cellWidth(cell: readonly Piece[]): number {
  if (wrapPieces(cell, undefined).length > 1) return Number.POSITIVE_INFINITY;
  return cell.reduce((width, { text }) => width + widthOf(text), 0);
}

function alignRow(row: readonly Piece[][], columns: readonly number[], { colour }: Paper): string {
  const pieces = row.flatMap((cell, index): Piece[] => {
    const gap = (columns[index] ?? 0) - cellWidth(cell) + GAP;
    return [...cell, { text: ' '.repeat(gap), style: 'plain' }];
  });
  return renderPieces(withoutEnd(pieces), colour);
}

/** Removes trailing space, which would be inside a style with colour. */
function withoutEnd(pieces: readonly Piece[]): Piece[] {
  const last = pieces.findLastIndex(({ text }) => text.trimEnd() !== '');
  return pieces.slice(0, last + 1).map((piece, at) => (at === last ? { ...piece, text: piece.text.trimEnd() } : piece));
}

function joinCells(row: readonly Piece[][]): Piece[] {
  return row.flatMap((cell, index) => (index === 0 ? cell : [{ text: ' | ', style: 'subtle' } as const, ...cell]));
}
