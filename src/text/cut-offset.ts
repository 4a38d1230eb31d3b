import { graphemeSegmenter } from './graphemes.ts';

/** The smallest share of the room that a cut may use: less would leave a message half empty. */
const MIN_USED_SHARE = 0.4;
const SENTENCE_END = /(?:[.!?…]["'”’)\]]*(?=\s)|[。！？…]["'”’」』）]*|\n)\s*/g;
const SPACE = /\s+/g;
/** A longer grapheme cluster may be split: no person typed it. */
const MAX_CLUSTER_UNITS = 256;

/** The offset of at most `room` units to cut a text at: after a sentence, else after a space, else between graphemes. */
export function cutOffset(text: string, room: number): number {
  if (text.length <= room) return text.length;
  const min = Math.max(1, Math.floor(room * MIN_USED_SHARE));
  const sentence = lastEnd(text, SENTENCE_END, room) ?? 0;
  if (sentence >= min && isBoundary(text, sentence)) return sentence;
  const space = lastEnd(text, SPACE, room) ?? 0;
  if (space >= min && isBoundary(text, space)) return space;
  return graphemeBoundary(text, room);
}

/** The end of the last match within `room`. */
function lastEnd(text: string, pattern: RegExp, room: number): number | undefined {
  let last: number | undefined;
  for (const match of text.slice(0, room + 1).matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end <= room) last = end;
  }
  return last;
}

function isBoundary(text: string, at: number): boolean {
  return graphemeBoundary(text, at) === at;
}

/** The last grapheme boundary at or before `at`; never between the halves of a surrogate pair. */
function graphemeBoundary(text: string, at: number): number {
  const from = Math.max(0, at - MAX_CLUSTER_UNITS);
  const cluster = graphemeSegmenter.segment(text.slice(from, at + MAX_CLUSTER_UNITS)).containing(at - from);
  const boundary = from + (cluster?.index ?? at - from);
  if (boundary > from) return boundary;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
