import { countGraphemes, sliceGraphemes } from './characters.ts';

const IDEOGRAPHIC_CLAUSE = /[，、；：]/;
const SPACED_CLAUSE = /[,;:،؛–—-]/;
const SPACE = /\s/;
const ELLIPSIS = '…';

/** Where the last clause of `text` that is not in its first half ends; -1 where there is none. */
function lastClause(text: string): number {
  let space = -1;
  for (let at = text.length - 1; at > text.length / 2; at -= 1) {
    const sign = text.charAt(at);
    if (IDEOGRAPHIC_CLAUSE.test(sign)) return at;
    if (SPACED_CLAUSE.test(sign) && SPACE.test(text.charAt(at + 1))) return at;
    if (space === -1 && SPACE.test(sign)) space = at;
  }
  return space;
}

/** Cuts a sentence to at most `max` graphemes: at the end of a clause, else between words, with an ellipsis. */
export function cutSentence(sentence: string, max: number): string {
  if (countGraphemes(sentence) <= max) return sentence;
  if (max < 1) return '';
  const head = sliceGraphemes(sentence, 0, max - 1);
  const clause = lastClause(head);
  return (clause === -1 ? head : head.slice(0, clause)).replace(/[\s，、；：,;:،؛–—-]{1,8}$/u, '') + ELLIPSIS;
}
