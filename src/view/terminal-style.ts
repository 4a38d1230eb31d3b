/** Styles of text in a terminal with colour. */
export type TerminalStyle = 'plain' | 'heading' | 'strong' | 'emphasis' | 'code' | 'link' | 'subtle';

/** Text of one style. A `solid` piece, such as an address, is never broken. */
export interface Piece {
  text: string;
  style: TerminalStyle;
  solid?: true;
  /** The address that the text leads to, in ASCII. */
  target?: string;
}

// Select Graphic Rendition, ECMA-48: on and off.
const SGR: Readonly<Record<TerminalStyle, readonly [string, string] | undefined>> = {
  plain: undefined,
  heading: ['\u001B[1m', '\u001B[22m'],
  strong: ['\u001B[1m', '\u001B[22m'],
  emphasis: ['\u001B[3m', '\u001B[23m'],
  code: ['\u001B[36m', '\u001B[39m'],
  link: ['\u001B[4m', '\u001B[24m'],
  subtle: ['\u001B[2m', '\u001B[22m'],
};

/** Renders the pieces of a line, styled if there is colour. */
export function renderPieces(pieces: readonly Piece[], colour: boolean): string {
  return pieces
    .map(({ text, style, target }) => {
      const codes = colour ? SGR[style] : undefined;
      const styled = codes === undefined ? text : `${codes[0]}${text}${codes[1]}`;
      return target === undefined ? styled : `${hyperlink(target)}${styled}${hyperlink('')}`;
    })
    .join('');
}

/** Starts a hyperlink, or ends it (''): https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
function hyperlink(target: string): string {
  return `\u001B]8;;${target}\u001B\\`;
}
