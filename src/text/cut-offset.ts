/** A cut further back than this would leave a message half empty. */
const LEAST_KEPT = 0.4;
const SENTENCE_END = /(?:[.!?…]["'”’)\]]*(?=\s)|[。！？…]["'”’」』）]*|\n)\s*/g;
const SPACE = /\s+/g;
/** A cluster of more units is cut through: no person typed it. */
const MOST_CLUSTER = 256;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where to cut a text so that its start has at most `room` units: after a sentence, else a space, else between graphemes. */
export function cutOffset(text: string, room: number): number {
  if (text.length <= room) return text.length;
  const least = Math.max(1, Math.floor(room * LEAST_KEPT));
  const found = lastEnd(text, SENTENCE_END, room) ?? 0;
  if (found >= least && isBorder(text, found)) return found;
  const space = lastEnd(text, SPACE, room) ?? 0;
  if (space >= least && isBorder(text, space)) return space;
  return graphemeBorder(text, room);
}

/** Where the last match that ends within `room` ends. */
function lastEnd(text: string, pattern: RegExp, room: number): number | undefined {
  let last: number | undefined;
  for (const match of text.slice(0, room + 1).matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end <= room) last = end;
  }
  return last;
}

function isBorder(text: string, at: number): boolean {
  return graphemeBorder(text, at) === at;
}

/** The last border between graphemes at or before `at`; never between the halves of a surrogate pair. */
function graphemeBorder(text: string, at: number): number {
  const from = Math.max(0, at - MOST_CLUSTER);
  const around = segmenter.segment(text.slice(from, at + MOST_CLUSTER)).containing(at - from);
  const border = from + (around?.index ?? at - from);
  if (border > from) return border;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
