import { type Paper, toAddress, toLines, toPiece } from './paper.ts';
import { type Piece, renderPieces } from './terminal-style.ts';
import { widthOf } from './text-width.ts';
import type { Action, View } from './view.ts';

const GAP = '   ';

/**
 * The buttons, each with the number that presses it: contents a line each, what moves and opens side by side. Where the
 * view's text already numbers its articles alike, the numbers are enough; an address that stands `above` is not repeated.
 */
export function renderPlainButtons(
  { actions, list }: View,
  { firstButton, above, paper }: { firstButton: number; above: string; paper: Paper },
): string[] {
  const numbered = actions.map((action, index) => ({ action, number: firstButton + index }));
  const contents = numbered.filter(({ action }) => action.role === 'contents');
  const others = numbered.filter(({ action }) => action.role !== 'contents');
  const inText =
    list?.titles === 'text' && contents.every(({ action, number }) => labelNumber(action) === String(number));
  return [
    ...(inText
      ? pack(
          contents.map(({ number }) => [mark(number)]),
          ' ',
          paper,
        )
      : contents.flatMap(({ action, number }) => toLines(buttonPieces(action, number, above), paper, indent(number)))),
    ...pack(
      others.map(({ action, number }) => buttonPieces(action, number, above)),
      GAP,
      paper,
    ),
  ];
}

function indent(number: number): { first: string; rest: string } {
  return { first: '', rest: ' '.repeat(String(number).length + 3) };
}

/** A label's own number is not said twice. */
function buttonPieces(action: Action, number: number, above: string): Piece[] {
  const own = labelNumber(action) === String(number);
  const label = own ? action.label.slice(String(number).length + 1) : action.label;
  const said = [mark(number), toPiece(` ${label}`, 'plain')];
  if (!('url' in action)) return said;
  const address = toAddress(action.url);
  return above.includes(address.text) ? said : [...said, { text: ' ', style: 'plain' }, address];
}

function mark(number: number): Piece {
  return { text: `[${number}]`, style: 'strong', solid: true };
}

function labelNumber({ label }: Action): string | undefined {
  return /^(\d+) /u.exec(label)?.[1];
}

/** As many buttons side by side as fit into a line; none is broken. */
function pack(buttons: readonly Piece[][], gap: string, paper: Paper): string[] {
  const lines: Piece[][] = [];
  let used = 0;
  for (const button of buttons) {
    const width = button.reduce((sum, { text }) => sum + widthOf(text), 0);
    const line = lines.at(-1);
    if (line === undefined || used + gap.length + width > (paper.width ?? Number.POSITIVE_INFINITY)) {
      lines.push([...button]);
      used = width;
    } else {
      line.push({ text: gap, style: 'plain' }, ...button);
      used += gap.length + width;
    }
  }
  return lines.map((line) => renderPieces(line, paper.colour));
}
