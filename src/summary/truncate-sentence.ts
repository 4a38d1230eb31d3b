import { countGraphemes, sliceGraphemes } from '../text/graphemes.ts';

const IDEOGRAPHIC_CLAUSE = /[，、；：]/;
const SPACED_CLAUSE = /[,;:،؛–—-]/;
const SPACE = /\s/;
const ELLIPSIS = '…';

/** The end of the last clause, else the last space, in the second half of `text`; -1 if there is none. */
function lastClauseEnd(text: string): number {
  let space = -1;
  for (let at = text.length - 1; at > text.length / 2; at -= 1) {
    const character = text.charAt(at);
    if (IDEOGRAPHIC_CLAUSE.test(character)) return at;
    if (SPACED_CLAUSE.test(character) && SPACE.test(text.charAt(at + 1))) return at;
    if (space === -1 && SPACE.test(character)) space = at;
  }
  return space;
}

/** Truncates a sentence to at most `max` graphemes: at the end of a clause, else between words, with an ellipsis. */
export function truncateSentence(sentence: string, max: number): string {
  if (countGraphemes(sentence) <= max) return sentence;
  if (max < 1) return '';
  const head = sliceGraphemes(sentence, 0, max - 1);
  const clause = lastClauseEnd(head);
  return (clause === -1 ? head : head.slice(0, clause)).replace(/[\s，、；：,;:،؛–—-]{1,8}$/u, '') + ELLIPSIS;
}
