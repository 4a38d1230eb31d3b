import { isFunctionWord } from '../language/frequent-words.ts';
import { packedBigramsOf } from './bigrams.ts';
import { STOP_CHARACTER_CODES } from './stop-words-chinese.ts';

const CHUNK =
  /[\u3005\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+|[\u0e01-\u0e4e\u0e80-\u0ecf\u1000-\u109f\u1780-\u17d3]+|[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const UNSPACED = /^[\u0e01-\u109f\u1780-\u17d3\u3005-\u9fff\uac00-\ud7a3\uf900-\ufaff]/u;
/** A word in lower case, or a packed bigram of a script without spaces. */
export type Term = string | number;

/** The bigrams of a run, without those of two stop characters. */
function contentBigramsOf(run: string): Term[] {
  const isStop = (code: number): boolean => STOP_CHARACTER_CODES.has(code);
  return packedBigramsOf(run).filter((bigram) => !isStop(bigram >>> 16) || !isStop(bigram & 0xffff));
}

/**
 * The terms that two texts are compared by: words in lower case without function words, and bigrams where a script puts
 * no spaces between words.
 */
export function termsOf(text: string): Term[] {
  return (text.toLowerCase().match(CHUNK) ?? []).flatMap((chunk) => {
    if (UNSPACED.test(chunk)) return contentBigramsOf(chunk);
    return chunk.length < 2 || isFunctionWord(chunk) ? [] : [chunk];
  });
}

/** How often each term occurs in all of the lists; with sets, in how many of them (document frequency). */
export function countTerms(lists: Iterable<Iterable<Term>>): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const terms of lists) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
