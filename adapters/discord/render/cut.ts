import { cutOffset } from '../../../src/text/cut-offset.ts';
import { toMarkdown } from './markdown.ts';
import { type Size, sizeOfText } from './message-size.ts';
import { type Paragraph, paragraph, type Run } from './paragraph.ts';

/**
 * Cuts a paragraph into a start whose Markdown has room, and the rest: at a sentence, else a space, else between
 * graphemes, never inside of an address. Undefined where not even one grapheme has room.
 */
export function cutParagraph(
  whole: Paragraph,
  room: Pick<Size, 'text' | 'bytes'>,
): [head: Paragraph, tail: Paragraph] | undefined {
  const text = whole.runs.map((run) => run.text).join('');
  const headOf = (at: number): Paragraph => ({ ...whole, runs: slice(whole.runs, 0, at) });
  const fits = (at: number): boolean => {
    const head = sizeOfText(toMarkdown([headOf(at)]));
    return head.text <= room.text && head.bytes <= room.bytes;
  };
  let at = outsideAddress(whole.runs, cutOffset(text, mostThatFits(Math.min(text.length, room.text), fits)));
  while (at > 0 && !fits(at)) at = outsideAddress(whole.runs, cutOffset(text, Math.floor(at / 2)));
  if (at <= 0) return undefined;
  const rest = trimStart(slice(whole.runs, at, text.length), whole.code);
  return [headOf(at), tailOf(whole, rest)];
}

/** The end of a list item is text, or it would be another item. */
function tailOf(whole: Paragraph, runs: readonly Run[]): Paragraph {
  const isItem = whole.first !== whole.rest;
  return isItem ? paragraph(runs) : { ...whole, runs, tight: false };
}

/** The largest of 0 to `most` that fits. */
function mostThatFits(most: number, fits: (at: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where an address that shows itself, or an instant, would be cut, the cut is before it. */
function outsideAddress(runs: readonly Run[], at: number): number {
  let start = 0;
  for (const { text, href, style } of runs) {
    const end = start + text.length;
    if ((text === href || style === 'time') && at > start && at < end) return start;
    start = end;
  }
  return at;
}

function slice(runs: readonly Run[], from: number, to: number): Run[] {
  const kept: Run[] = [];
  let start = 0;
  for (const one of runs) {
    const text = one.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (text !== '') kept.push({ ...one, text });
    start += one.text.length;
  }
  return kept;
}

/** A new message does not begin with the space before the cut; program text keeps its indentation. */
function trimStart(runs: readonly Run[], code: boolean): readonly Run[] {
  if (code) return runs;
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  return first < 0 ? [] : runs.slice(first).map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run));
}
