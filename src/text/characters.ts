const ZERO_WIDTH = /[\u180e\u200b\u2060\ufeff]+/g;
const SPACE = /\s+/g;
/** Most text needs nothing done, and looking is ten times faster than replacing. */
const UNEVEN = /[\u180e\u200b\u2060\ufeff]|[^\S ]|\s\s|^\s|\s$/;

/**
 * Makes every run of white space (tabs, line breaks, no-break and ideographic spaces) one plain space and trims the
 * ends. Zero-width spaces and stray byte-order marks vanish; joiners stay, since they shape letters and emoji.
 */
export function collapseSpace(text: string): string {
  return UNEVEN.test(text) ? text.replace(ZERO_WIDTH, '').replace(SPACE, ' ').trim() : text;
}

/**
 * UTF-16 units between two of which there is always a border of graphemes: unmarked letters, syllables, ideographs and
 * punctuation, without pictographs, jamo, prepended signs and carriage returns.
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
/** Long enough to be worth leaving the segmenter for: each call of it costs as much as fifty graphemes. */
const PLAIN_STRETCH = 24;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where the first unit stands that is not plain; the text's length where all are. */
function oddFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && PLAIN[text.charCodeAt(at)] === 1) at += 1;
  return at;
}

/** Where a long plain stretch begins; the text's length where there is none. */
function stretchFrom(text: string, from: number): number {
  let start = from;
  for (let at = from; at < text.length; at += 1) {
    if (PLAIN[text.charCodeAt(at)] !== 1) start = at + 1;
    else if (at - start + 1 >= PLAIN_STRETCH) return start;
  }
  return text.length;
}

/**
 * Walks over at most `most` graphemes; `end` is where the last of them ends, in UTF-16 units. Only the stretches that
 * are not plain are given to the segmenter, which is a hundred times slower than counting units.
 */
function walkGraphemes(text: string, most: number): { count: number; end: number } {
  let count = 0;
  let end = 0;
  while (end < text.length) {
    const odd = oddFrom(text, end);
    const start = odd === text.length ? odd : Math.max(end, odd - 1);
    if (count + start - end >= most) return { count: most, end: end + most - count };
    count += start - end;
    end = start;
    // Each call of the segmenter, for an empty text too, holds memory that only the garbage collector frees.
    if (end === text.length) break;
    const stop = Math.min(text.length, stretchFrom(text, odd) + 1);
    for (const { segment } of segmenter.segment(text.slice(start, stop))) {
      if (count >= most) return { count, end };
      count += 1;
      end += segment.length;
    }
  }
  return { count, end };
}

/** Where the first `most` graphemes end, looking no further into the text than that needs. */
function offsetOf(text: string, most: number): number {
  for (let size = most * 2 + 64; size < text.length; size *= 4) {
    const { count, end } = walkGraphemes(text.slice(0, size), most);
    if (count === most && end < size - 1) return end;
  }
  return walkGraphemes(text, most).end;
}

/** How many characters a reader sees. */
export function countGraphemes(text: string): number {
  return walkGraphemes(text, Number.POSITIVE_INFINITY).count;
}

/** Cuts by characters a reader sees, from 0; never inside an emoji, a syllable or a surrogate pair. */
export function sliceGraphemes(text: string, from: number, to?: number): string {
  const start = offsetOf(text, from);
  return to === undefined ? text.slice(start) : text.slice(start, offsetOf(text, Math.max(from, to)));
}

const IDEOGRAPHS_A_MINUTE = 400;
const WORDS_A_MINUTE = 220;
/** Thai, Lao, Burmese and Khmer write words of four or five letters without a space between them. */
const UNSPACED_LETTERS_A_MINUTE = 1_000;

const SPACE_UNIT = 0;
const LETTER = 1;
const IDEOGRAPH = 2;
const UNSPACED = 3;

/** What stands at each UTF-16 unit that is no letter of a spaced script: first, last, kind. */
const UNITS: readonly (readonly [first: number, last: number, kind: number])[] = [
  [0x0000, 0x0020, SPACE_UNIT],
  [0x00a0, 0x00a0, SPACE_UNIT],
  [0x0e00, 0x0eff, UNSPACED],
  [0x1000, 0x109f, UNSPACED],
  [0x1780, 0x17ff, UNSPACED],
  [0x2000, 0x206f, SPACE_UNIT],
  [0x3000, 0x3040, SPACE_UNIT],
  [0x3041, 0x9fff, IDEOGRAPH],
  [0xd840, 0xd888, IDEOGRAPH],
  [0xf900, 0xfaff, IDEOGRAPH],
  [0xff01, 0xff0f, SPACE_UNIT],
];
const KINDS = new Uint8Array(0x1_0000).fill(LETTER);
for (const [first, last, kind] of UNITS) KINDS.fill(kind, first, last + 1);

/** How long a text takes to read, in whole minutes, at least one; each script at its own pace. */
export function readingMinutes(text: string): number {
  const counts = [0, 0, 0, 0];
  let before = SPACE_UNIT;
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? LETTER;
    if (kind !== LETTER || before !== LETTER) counts[kind] = (counts[kind] ?? 0) + 1;
    before = kind;
  }
  const [, words = 0, ideographs = 0, unspaced = 0] = counts;
  const minutes = words / WORDS_A_MINUTE + ideographs / IDEOGRAPHS_A_MINUTE + unspaced / UNSPACED_LETTERS_A_MINUTE;
  return Math.max(1, Math.round(minutes));
}
