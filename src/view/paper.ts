import type { Translate } from '../locales/messages.ts';
import { toSafeText } from '../text/safe-text.ts';
import { widthOf } from '../text/width.ts';
import { type Piece, renderPieces, type TerminalStyle } from './terminal-style.ts';
import type { Span } from './view.ts';
import { wrapPieces } from './wrap-text.ts';

/** What plain text is written on: a terminal of some width and with or without colour. */
export interface Paper {
  width?: number;
  colour: boolean;
  t: Translate;
}

/** Pieces as lines, each with what stands before it: `first` before the first line, `rest` before the others. */
export function toLines(
  pieces: readonly Piece[],
  { width, colour }: Paper,
  { first, rest }: { first: string; rest: string },
): string[] {
  const room = width === undefined ? undefined : Math.max(8, width - Math.max(widthOf(first), widthOf(rest)));
  return wrapPieces(pieces, room).map((line, index) =>
    `${index === 0 ? first : rest}${renderPieces(line, colour)}`.trimEnd(),
  );
}

/** Spans as pieces; a link is followed by its address in brackets unless its text is the address. */
export function toPieces(spans: readonly Span[], base: TerminalStyle = 'plain'): Piece[] {
  return spans.flatMap((span) => spanPieces(span, base)).filter(({ text }) => text !== '');
}

/** Text of strangers as a piece. */
export function toPiece(text: string, style: TerminalStyle): Piece {
  return { text: toSafeText(text), style };
}

/** An address as a piece that is never broken. */
export function toAddress(url: string): Piece {
  return { text: toSafeText(url).replaceAll('\n', ''), style: 'subtle', solid: true };
}

/** The brackets of an address are part of it: none is left behind where it needs a line of its own. */
function inBrackets(address: Piece): Piece {
  return { ...address, text: `(${address.text})` };
}

function spanPieces(span: Span, base: TerminalStyle): Piece[] {
  switch (span.kind) {
    case 'plain':
    case 'time':
      return [toPiece(span.text, base)];
    case 'strong':
    case 'emphasis':
    case 'code':
      return [toPiece(span.text, span.kind)];
    case 'link': {
      const address = toAddress(span.url);
      if (span.text.trim() === span.url || span.text.trim() === '') return [address];
      return [toPiece(span.text, 'link'), { text: ' ', style: base }, inBrackets(address)];
    }
    default:
      return span satisfies never;
  }
}
