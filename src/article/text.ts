const ZERO_WIDTH = /[\u180e\u200b\u2060\ufeff]+/g;
const SPACE = /\s+/g;

/**
 * Makes every run of white space (tabs, line breaks, no-break and ideographic spaces) one plain space and trims the
 * ends. Zero-width spaces and stray byte-order marks vanish; joiners stay, since they shape letters and emoji.
 */
export function collapseSpace(text: string): string {
  return text.replace(ZERO_WIDTH, '').replace(SPACE, ' ').trim();
}

/**
 * UTF-16 units between two of which there is always a border of graphemes: unmarked letters, syllables, ideographs and
 * punctuation, without pictographs, jamo, prepended signs and carriage returns.
 */
const PLAIN =
  '\\n\\t -~\\u00a1-\\u00a8\\u00aa-\\u00ac\\u00af-\\u02ff\\u0370-\\u0482\\u048a-\\u0590\\u05d0-\\u05f4\\u0621-\\u064a' +
  '\\u1e00-\\u200a\\u2010-\\u2027\\u2030-\\u203b\\u203d-\\u2048\\u204a-\\u205e\\u20a0-\\u20bf' +
  '\\u3000-\\u3029\\u3041-\\u3096\\u309d-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff9d';
const NOT_PLAIN = new RegExp(`[^${PLAIN}]`, 'g');
/** Long enough to be worth leaving the segmenter for: each call of it costs as much as fifty graphemes. */
const PLAIN_STRETCH = new RegExp(`[${PLAIN}]{24}`, 'g');
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function indexFrom(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/**
 * Walks over at most `most` graphemes; `end` is where the last of them ends, in UTF-16 units. Only the stretches that
 * are not plain are given to the segmenter, which is a hundred times slower than counting units.
 */
function walkGraphemes(text: string, most: number): { count: number; end: number } {
  let count = 0;
  let end = 0;
  while (end < text.length) {
    const odd = indexFrom(NOT_PLAIN, text, end);
    const start = odd === text.length ? odd : Math.max(end, odd - 1);
    if (count + start - end >= most) return { count: most, end: end + most - count };
    count += start - end;
    end = start;
    const stop = Math.min(text.length, indexFrom(PLAIN_STRETCH, text, odd) + 1);
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
