import { toGraphemes, widthOf } from './width.ts';

/** A text as one line of at most `columns`, cut between graphemes with an ellipsis where it is longer. */
export function shorten(text: string, columns: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (widthOf(line) <= columns) return line;
  let kept = '';
  let width = 0;
  for (const grapheme of toGraphemes(line.slice(0, columns * 16))) {
    width += widthOf(grapheme);
    if (width > columns - 1) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}
