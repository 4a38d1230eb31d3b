import { cutOffset } from '../../../src/text/cut-offset.ts';
import { lengthOf, type Paragraph, type Run } from './paragraph.ts';

/** Cuts a paragraph into its first at most `room` units and the rest: at a sentence, else a space, else between graphemes. */
export function cutParagraph(whole: Paragraph, room: number): [head: Paragraph, tail: Paragraph] {
  const text = whole.runs.map((run) => run.text).join('');
  const at = cutOffset(text, room);
  const { picture: _shown, ...rest } = whole;
  return [
    { ...whole, runs: slice(whole.runs, 0, at) },
    { ...rest, runs: trimStart(slice(whole.runs, at, lengthOf(whole)), whole.frame), tight: false },
  ];
}

function slice(runs: readonly Run[], from: number, to: number): Run[] {
  const kept: Run[] = [];
  let start = 0;
  for (const { text, tags } of runs) {
    const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (piece !== '') kept.push({ text: piece, tags });
    start += text.length;
  }
  return kept;
}

/** A new message does not begin with the space before the cut; program text keeps its indentation. */
function trimStart(runs: readonly Run[], frame: Paragraph['frame']): readonly Run[] {
  if (frame === 'pre') return runs;
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  return first < 0 ? [] : runs.slice(first).map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run));
}
