import { FUNCTION_WORDS } from '../../language/function-words.ts';
import { STOP_CHARACTER_CODES } from './stop-words-chinese.ts';

/** A bigram of a script without spaces, its first unit in the upper half, or the hash of a word in lower case. */
export type Term = number;

const SEPARATOR = 1;
const LETTER = 2;
/** Kana, ideographs and Hangul. */
const IDEOGRAPH = 3;
/** Letters of other scripts without spaces: Thai, Lao, Myanmar, Khmer. */
const UNSPACED = 4;
const STOP = 5;
const IDEOGRAPHS = /[\u3005\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;
const UNSPACED_LETTERS = /[\u0e01-\u0e4e\u0e80-\u0ecf\u1000-\u109f\u1780-\u17d3]/;
const LETTERS = /[\p{L}\p{M}\p{N}]/u;
/** A mark inside a word: "don't", "J.R.". */
const JOINERS = new Set(Array.from("'’.-", (mark) => mark.charCodeAt(0)));

/** The kind of each UTF-16 unit, as far as it has occurred; 0 is unknown. */
const kinds = new Uint8Array(0x1_0000);
/** Each letter in lower case. */
const lowerCase = new Uint16Array(0x1_0000);

function kindOf(code: number): number {
  return kinds[code] || classify(code);
}

function classify(code: number): number {
  const unit = String.fromCharCode(code);
  kinds[code] = STOP_CHARACTER_CODES.has(code) ? STOP : classOf(unit);
  lowerCase[code] = unit.toLowerCase().charCodeAt(0);
  return kinds[code];
}

function classOf(unit: string): number {
  if (IDEOGRAPHS.test(unit)) return IDEOGRAPH;
  if (UNSPACED_LETTERS.test(unit)) return UNSPACED;
  return LETTERS.test(unit) ? LETTER : SEPARATOR;
}

const HASH_OFFSET = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ (lowerCase[code] ?? 0), HASH_PRIME);
}

/** The FNV-1a hash of a word in lower case. */
function hashOf(word: string): number {
  let hash = HASH_OFFSET;
  for (let at = 0; at < word.length; at += 1) {
    kindOf(word.charCodeAt(at));
    hash = addToHash(hash, word.charCodeAt(at));
  }
  return hash;
}

const functionWordHashes = new Set(Array.from(FUNCTION_WORDS, hashOf));

/**
 * The terms that two texts are compared by: words without function words, and bigrams where a script puts no spaces
 * between words, without those of two stop characters. Two words share a term by chance once in four thousand million.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === SEPARATOR) at += 1;
    else at = kind === LETTER ? addWord(terms, text, at) : addBigrams(terms, text, at);
  }
  return terms;
}

/** Adds the bigrams of the run that starts at `from`; returns its end. */
function addBigrams(terms: Term[], text: string, from: number): number {
  let before = text.charCodeAt(from);
  let kindBefore = kindOf(before);
  const isUnspaced = kindBefore === UNSPACED;
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === SEPARATOR || kind === LETTER || (kind === UNSPACED) !== isUnspaced) return at;
    if (kind !== STOP || kindBefore !== STOP) terms.push((before << 16) | code);
    before = code;
    kindBefore = kind;
  }
  return text.length;
}

/** Adds the word that starts at `from`, unless it is a function word or a single letter; returns its end. */
function addWord(terms: Term[], text: string, from: number): number {
  let hash = addToHash(HASH_OFFSET, text.charCodeAt(from));
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isJoined = JOINERS.has(code) && at + 1 < text.length && kindOf(text.charCodeAt(at + 1)) === LETTER;
    if (kindOf(code) !== LETTER && !isJoined) break;
    hash = addToHash(hash, code);
  }
  if (at - from > 1 && !functionWordHashes.has(hash)) terms.push(hash);
  return at;
}

/** How often each term occurs in all of the lists; with sets, in how many of them (document frequency). */
export function countTerms(lists: Iterable<Iterable<Term>>): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const terms of lists) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
