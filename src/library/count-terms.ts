import { isFunctionWord } from '../language/frequent-words.ts';
import { fold } from '../text/fold.ts';
import { PARTICLES, type Piece, segmentWithKinds } from '../text/segment.ts';
import { runsAsWritten, type TextRun, tokenize } from '../text/tokenize.ts';
import type { QueryWord } from './store.ts';

/** A text, and how much each time counts that it says something. */
export interface WeightedText {
  text: string;
  weight: number;
  /** However often it says so, it counts once. */
  once?: true;
}

/** A word that could say what a text is about, and how often it is said. */
export interface TermCount {
  word: QueryWord;
  /** As the texts write it. */
  shown: string;
  count: number;
}

/** What a text is about it says in its first pages. */
const MAX_CHARS = 20_000;
const MIN_SPACED = 3;
const MIN_UNSPACED = 2;
const LETTER = /\p{L}/u;
const HIRAGANA_ONLY = /^\p{scx=Hira}+$/u;
const LOWER = /^\p{Ll}/u;
/** Nouns and names, abbreviations, and what the dictionary does not know. */
const THINGS = /^(?:n|j|vn|an|eng|x|i|l)/u;
const DEEDS = /^v/u;
const DEED = 0.4;
/** A word that is written small is no name, where a script has capitals. */
const COMMON = 0.7;

/** Counts the words that could say what texts are about: no small ones, no numbers, no single characters. */
export async function countTerms(parts: readonly WeightedText[]): Promise<readonly TermCount[]> {
  const counts = new Map<string, TermCount>();
  for (const { text, weight, once } of parts) {
    const said = new Set<string>();
    for (const { shown, tokens, worth } of await termsIn(text.slice(0, MAX_CHARS))) {
      const key = tokens.join(' ');
      const term = counts.get(key) ?? { word: { tokens, prefix: false }, shown, count: 0 };
      if (once !== true || !said.has(key)) term.count += weight * worth;
      // At the start of a sentence and in titles words have a capital that is not theirs.
      if (LOWER.test(shown)) term.shown = shown;
      said.add(key);
      counts.set(key, term);
    }
  }
  return [...counts.values()].map((term) => (LOWER.test(term.shown) ? { ...term, count: term.count * COMMON } : term));
}

interface Term {
  shown: string;
  tokens: readonly string[];
  /** How well words of its kind say what a text is about, up to 1. */
  worth: number;
}

async function termsIn(text: string): Promise<readonly Term[]> {
  const terms: Term[] = [];
  for (const run of runsAsWritten(text)) {
    for (const { text: shown, kind } of run.spaced ? [toPiece(run)] : await piecesOf(run)) {
      const folded = { text: fold(shown), spaced: run.spaced };
      const worth = isTerm(folded) ? worthOf(kind) : 0;
      if (worth > 0) terms.push({ shown, tokens: tokenize(folded), worth });
    }
  }
  return terms;
}

function toPiece({ text }: TextRun): Piece {
  return { text };
}

/** The words of a run as it writes them; the dictionary knows them folded. */
async function piecesOf({ text }: TextRun): Promise<readonly Piece[]> {
  const folded = fold(text);
  const pieces = await segmentWithKinds(folded);
  if (folded.length !== text.length) return pieces;
  let at = 0;
  return pieces.map((piece) => {
    at += piece.text.length;
    return { ...piece, text: text.slice(at - piece.text.length, at) };
  });
}

/** Names and things say what it is about, what is done says it less, and times, numbers and manners do not. */
function worthOf(kind: string | undefined): number {
  if (kind === undefined || THINGS.test(kind)) return 1;
  return DEEDS.test(kind) ? DEED : 0;
}

function isTerm({ text, spaced }: TextRun): boolean {
  if (!LETTER.test(text)) return false;
  if (spaced) return text.length >= MIN_SPACED && !isFunctionWord(text);
  return text.length >= MIN_UNSPACED && !HIRAGANA_ONLY.test(text) && ![...text].some((one) => PARTICLES.has(one));
}
