import { cutRuns, headOf } from '../../../src/messaging/rich-text/cut-runs.ts';
import { textOf } from '../../../src/messaging/rich-text/rich-text.ts';
import { cutOffset } from '../../../src/text/cut-offset.ts';
import type { Paragraph } from './paragraph.ts';

/** What a cut looks at beyond the room: the rest of a grapheme. */
const MAX_BEYOND = 512;

/** Cuts a paragraph into a head of at most `room` units and the rest: at a sentence, else a space, else between graphemes. */
export function cutParagraph(whole: Paragraph, room: number): [head: Paragraph, tail: Paragraph] {
  const start = textOf(headOf(whole.runs, room + MAX_BEYOND));
  const [head, tail] = cutRuns(whole.runs, cutOffset(start, room), { keepSpace: whole.frame === 'pre' });
  const { picture: _inHead, ...rest } = whole;
  return [
    { ...whole, runs: head },
    { ...rest, runs: tail, tight: false },
  ];
}
