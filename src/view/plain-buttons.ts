import { widthOf } from '../text/width.ts';
import { type Paper, toLines, toPiece } from './paper.ts';
import { toAddress } from './plain-address.ts';
import { type Piece, renderPieces } from './terminal-style.ts';
import type { Action, View } from './view.ts';

const GAP = '   ';

/**
 * Renders buttons with the number that presses each: `contents` one per line, `move` and `open` side by side. If the text of the
 * view already numbers its articles, the numbers are enough. An address in the text `above` is not repeated.
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
  const toButton = ({ action, number }: { action: Action; number: number }): Button => ({
    number,
    pieces: buttonPieces(action, number, { above, paper }),
  });
  return [
    ...(inText
      ? pack(
          contents.map(({ number }) => ({ number, pieces: [mark(number)] })),
          ' ',
          paper,
        )
      : contents.flatMap((one) => buttonLines(toButton(one), paper))),
    ...pack(others.map(toButton), GAP, paper),
  ];
}

interface Button {
  number: number;
  pieces: Piece[];
}

function buttonLines({ number, pieces }: Button, paper: Paper): string[] {
  return toLines(pieces, paper, { first: '', rest: ' '.repeat(String(number).length + 3) });
}

/** A label's own number is not shown twice. */
function buttonPieces(action: Action, number: number, { above, paper }: { above: string; paper: Paper }): Piece[] {
  const own = labelNumber(action) === String(number);
  const label = own ? action.label.slice(String(number).length + 1) : action.label;
  const shown = [mark(number), toPiece(` ${label}`, 'plain')];
  if (!('url' in action)) return shown;
  const address = toAddress(action.url, paper.addresses);
  if (address.target !== undefined)
    return [mark(number), toPiece(' ', 'plain'), { ...toPiece(label, 'link'), target: address.target }];
  return above.includes(address.text) ? shown : [...shown, { text: ' ', style: 'plain' }, address];
}

function mark(number: number): Piece {
  return { text: `[${number}]`, style: 'strong', solid: true };
}

function labelNumber({ label }: Action): string | undefined {
  return /^(\d+) /u.exec(label)?.[1];
}

/** Fills lines with buttons; a button wider than a line gets lines of its own. */
function pack(buttons: readonly Button[], gap: string, paper: Paper): string[] {
  const room = paper.width ?? Number.POSITIVE_INFINITY;
  const rows: Button[][] = [];
  let used = room;
  for (const button of buttons) {
    const width = button.pieces.reduce((sum, { text }) => sum + widthOf(text), 0);
    const fits = used + gap.length + width <= room && rows.length > 0;
    if (fits) rows.at(-1)?.push(button);
    else rows.push([button]);
    used = fits ? used + gap.length + width : width;
  }
  return rows.flatMap((row) => {
    const [only, ...others] = row;
    if (only !== undefined && others.length === 0) return buttonLines(only, paper);
    return [row.map(({ pieces }) => renderPieces(pieces, paper.colour)).join(gap)];
  });
}
