import { toGraphemes } from './graphemes.ts';

// East Asian Width W and F of Unicode 16, in blocks: https://www.unicode.org/reports/tr11/
const WIDE =
  /^(?:[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18DFF}\u{1B000}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation})|\uFE0F/u;
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;
const ASCII = /^[\x20-\x7E]*$/u;

/** The number of terminal columns that a text occupies. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  return toGraphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/** The number of terminal columns that one grapheme occupies. */
export function graphemeWidth(grapheme: string): number {
  if (WIDE.test(grapheme)) return 2;
  return ZERO_WIDTH.test(grapheme) ? 0 : 1;
}
