import { toGraphemes } from './graphemes.ts';
import { widthOf } from './width.ts';

/** Makes a text one line of at most `columns`, truncated between graphemes with an ellipsis. */
export function shorten(text: string, columns: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (widthOf(line) <= columns) return line;
  let head = '';
  let width = 0;
  for (const grapheme of toGraphemes(line.slice(0, columns * 16))) {
    width += widthOf(grapheme);
    if (width > columns - 1) break;
    head += grapheme;
  }
  return `${head.trimEnd()}…`;
}
