import type { Translate } from '../locales/messages.ts';
import { toTerminalText } from '../text/terminal-text.ts';
import { widthOf } from '../text/width.ts';
import { type AddressStyle, targetOf, toAddress } from './plain-address.ts';
import { type Piece, renderPieces, type TerminalStyle } from './terminal-style.ts';
import type { Span } from './view.ts';
import { wrapPieces } from './wrap-text.ts';

/** The output for plain text: a terminal with a width, with or without colour. */
export interface Paper {
  width?: number;
  colour: boolean;
  addresses?: AddressStyle;
  t: Translate;
}

/** Converts pieces to lines, with the prefix `first` for the first line and `rest` for the others. */
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

/** Converts spans to pieces. A link is followed by its address in brackets, unless its text is the address or leads there. */
export function toPieces(
  spans: readonly Span[],
  { addresses }: Pick<Paper, 'addresses'>,
  base: TerminalStyle = 'plain',
): Piece[] {
  return spans.flatMap((span) => spanPieces(span, base, addresses)).filter(({ text }) => text !== '');
}

/** Converts untrusted text to a piece. */
export function toPiece(text: string, style: TerminalStyle): Piece {
  return { text: toTerminalText(text), style };
}

/** Brackets stay with their address on one line. */
function inBrackets(address: Piece): Piece {
  return { ...address, text: `(${address.text})` };
}

function spanPieces(span: Span, base: TerminalStyle, addresses: AddressStyle | undefined): Piece[] {
  switch (span.kind) {
    case 'plain':
    case 'time':
      return [toPiece(span.text, base)];
    case 'command':
      return [toPiece(span.text, span.strong === true ? 'strong' : base)];
    case 'strong':
    case 'emphasis':
    case 'code':
    case 'subtle':
      return [toPiece(span.text, span.kind)];
    case 'link': {
      const address = toAddress(span.url, addresses);
      if (span.text.trim() === span.url || span.text.trim() === '') return [address];
      if (address.target !== undefined) return [{ ...toPiece(span.text, 'link'), ...targetOf(span.url) }];
      return [toPiece(span.text, 'link'), { text: ' ', style: base }, inBrackets(address)];
    }
    default:
      return span satisfies never;
  }
}
