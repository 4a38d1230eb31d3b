import { isFunctionWord } from '../language/frequent-words.ts';

const CHUNK =
  /[\u3005\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+|[\u0e01-\u0e4e\u0e80-\u0ecf\u1000-\u109f\u1780-\u17d3]+|[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const UNSPACED = /^[\u0e01-\u109f\u1780-\u17d3\u3005-\u9fff\uac00-\ud7a3\uf900-\ufaff]/u;
/** Characters of Chinese and Japanese that say nothing by themselves; a pair of two of them is no term. */
const EMPTY_CHARACTERS: ReadonlySet<number> = new Set(
  Array.from(
    '的了是在和也就都而及与與或一个個这這那有不我他她它们們你为為以于於上下中对對到说說被把从從之其所但并並のにはをがとでもたしてるいなれさ',
    (character) => character.charCodeAt(0),
  ),
);

/** A word, or two characters packed into a number: numbers are many times faster to look up than slices of a text. */
export type Term = string | number;

function pairs(run: string): Term[] {
  const found: Term[] = [];
  let before = run.charCodeAt(0);
  for (let at = 1; at < run.length; at += 1) {
    const code = run.charCodeAt(at);
    if (!EMPTY_CHARACTERS.has(before) || !EMPTY_CHARACTERS.has(code)) found.push((before << 16) | code);
    before = code;
  }
  return found;
}

/**
 * What a text is about, as comparable terms: words in lower case without the small ones, and pairs of characters where
 * words are not parted by spaces.
 */
export function termsOf(text: string): Term[] {
  return (text.toLowerCase().match(CHUNK) ?? []).flatMap((chunk) => {
    if (UNSPACED.test(chunk)) return pairs(chunk);
    return chunk.length < 2 || isFunctionWord(chunk) ? [] : [chunk];
  });
}

/** Whether a text is compared by pairs of characters, for the most part. */
export function isInPairs(text: string): boolean {
  const terms = termsOf(text);
  return terms.filter((term) => typeof term === 'number').length > terms.length / 2;
}
