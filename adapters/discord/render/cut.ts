import { cutRuns, headOf, lengthWithin } from '../../../src/messaging/rich-text/cut-runs.ts';
import { largestFitting } from '../../../src/messaging/rich-text/largest-fitting.ts';
import { type Run, textOf } from '../../../src/messaging/rich-text/rich-text.ts';
import { cutOffset } from '../../../src/text/cut-offset.ts';
import { toMarkdown } from './markdown.ts';
import { type Size, sizeOfText } from './message-size.ts';
import { type Paragraph, paragraph } from './paragraph.ts';

/** What a cut looks at beyond the room: the rest of a grapheme. */
const MAX_BEYOND = 512;
const encoder = new TextEncoder();

/**
 * Cuts a paragraph into a head whose Markdown fits, and the rest: after a sentence, otherwise at a space, otherwise between
 * graphemes, never inside an address. Undefined if not even one character fits.
 */
export function cutParagraph(
  whole: Paragraph,
  room: Pick<Size, 'text' | 'bytes'>,
): [head: Paragraph, tail: Paragraph] | undefined {
  const text = textOf(headOf(whole.runs, room.text + MAX_BEYOND));
  const fits = (offset: number): boolean => {
    const size = sizeOfText(toMarkdown([{ ...whole, runs: headOf(whole.runs, offset) }]));
    return size.text <= room.text && size.bytes <= room.bytes;
  };
  const offsetWithin = (max: number): number => outsideAddress(whole.runs, cutOffset(text, max));
  let offset = offsetWithin(
    largestFitting(Math.min(lengthWithin(whole.runs, room.text), unitsWithin(text, room.bytes)), fits),
  );
  while (offset > 0 && !fits(offset)) offset = offsetWithin(Math.floor(offset / 2));
  if (offset <= 0) return undefined;
  const [head, tail] = cutRuns(whole.runs, offset, { keepSpace: whole.code });
  return [{ ...whole, runs: head }, tailOf(whole, tail)];
}

/** How many UTF-16 units of a text fit into so many bytes: more cannot fit as Markdown, and trying them takes time. */
function unitsWithin(text: string, bytes: number): number {
  return encoder.encodeInto(text, new Uint8Array(Math.max(0, bytes))).read;
}

/** The rest of a list item is text without a marker, so that it is not another item. */
function tailOf(whole: Paragraph, runs: readonly Run[]): Paragraph {
  const isItem = whole.first !== whole.rest;
  return isItem ? paragraph(runs) : { ...whole, runs, tight: false };
}

/** Moves an offset inside a bare link, an instant or a command to its start. */
function outsideAddress(runs: readonly Run[], offset: number): number {
  let start = 0;
  for (const { text, href, style } of runs) {
    const end = start + text.length;
    if ((text === href || style === 'markup') && offset > start && offset < end) return start;
    if (end >= offset) break;
    start = end;
  }
  return offset;
}
