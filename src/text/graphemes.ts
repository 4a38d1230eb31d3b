/**
 * Ranges of UTF-16 units that are each a grapheme of their own beside one another: unmarked letters, syllables, ideographs
 * and punctuation, without pictographs, jamo, prepended signs and carriage returns.
 */
const PLAIN_UNITS: readonly (readonly [first: number, last: number])[] = [
  [0x0009, 0x000a],
  [0x0020, 0x007e],
  [0x00a1, 0x00a8],
  [0x00aa, 0x00ac],
  [0x00af, 0x02ff],
  [0x0370, 0x0482],
  [0x048a, 0x0590],
  [0x05d0, 0x05f4],
  [0x0621, 0x064a],
  [0x1e00, 0x200a],
  [0x2010, 0x2027],
  [0x2030, 0x203b],
  [0x203d, 0x2048],
  [0x204a, 0x205e],
  [0x20a0, 0x20bf],
  [0x3000, 0x3029],
  [0x3041, 0x3096],
  [0x309d, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff9d],
];
const PLAIN = new Uint8Array(0x1_0000);
for (const [first, last] of PLAIN_UNITS) PLAIN.fill(1, first, last + 1);
/** A shorter run of plain units is not worth leaving the segmenter for: each call of it costs as much as fifty graphemes. */
const MIN_PLAIN_RUN = 24;

/** Splits text into extended grapheme clusters (UAX #29). */
export const graphemeSegmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The offset of the first unit from `from` on that is not plain; the text's length if all are. */
function findNonPlain(text: string, from: number): number {
  let at = from;
  while (at < text.length && PLAIN[text.charCodeAt(at)] === 1) at += 1;
  return at;
}

/** The start of the next long run of plain units; the text's length if there is none. */
function findPlainRun(text: string, from: number): number {
  let start = from;
  for (let at = from; at < text.length; at += 1) {
    if (PLAIN[text.charCodeAt(at)] !== 1) start = at + 1;
    else if (at - start + 1 >= MIN_PLAIN_RUN) return start;
  }
  return text.length;
}

/**
 * Counts at most `max` graphemes; `end` is the end of the last one, in UTF-16 units. Only the parts that are not plain go
 * through the segmenter, which is a hundred times slower than counting units.
 */
function walkGraphemes(text: string, max: number): { count: number; end: number } {
  let count = 0;
  let end = 0;
  while (end < text.length) {
    const odd = findNonPlain(text, end);
    const start = odd === text.length ? odd : Math.max(end, odd - 1);
    if (count + start - end >= max) return { count: max, end: end + max - count };
    count += start - end;
    end = start;
    // Each call of the segmenter, for an empty text too, holds memory that only the garbage collector frees.
    if (end === text.length) break;
    const stop = Math.min(text.length, findPlainRun(text, odd) + 1);
    for (const { segment } of graphemeSegmenter.segment(text.slice(start, stop))) {
      if (count >= max) return { count, end };
      count += 1;
      end += segment.length;
    }
  }
  return { count, end };
}

/** The offset after the first `count` graphemes; reads no more of the text than it needs. */
function offsetAfter(text: string, count: number): number {
  for (let size = count * 2 + 64; size < text.length; size *= 4) {
    const walked = walkGraphemes(text.slice(0, size), count);
    if (walked.count === count && walked.end < size - 1) return walked.end;
  }
  return walkGraphemes(text, count).end;
}

/** The number of graphemes (user-perceived characters). */
export function countGraphemes(text: string): number {
  return walkGraphemes(text, Number.POSITIVE_INFINITY).count;
}

/** Slices by graphemes, from 0; never splits an emoji, a syllable or a surrogate pair. */
export function sliceGraphemes(text: string, from: number, to?: number): string {
  const start = offsetAfter(text, from);
  return to === undefined ? text.slice(start) : text.slice(start, offsetAfter(text, Math.max(from, to)));
}

/** Latin, Chinese characters and their punctuation: each code point is a grapheme, so the slow segmenter is not needed. */
const ONE_CODE_POINT_EACH = /^[\x20-\x7E\u00A0-\u024F\u2010-\u2027\u3000-\u3029\u3400-\u9FFF\uFF01-\uFF60]*$/u;

/** Splits a text into its graphemes. */
export function toGraphemes(text: string): string[] {
  if (ONE_CODE_POINT_EACH.test(text)) return [...text];
  return Array.from(graphemeSegmenter.segment(text), ({ segment }) => segment);
}
