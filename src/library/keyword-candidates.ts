import { FUNCTION_WORDS } from '../language/function-words.ts';
import { fold } from '../text/terms/fold.ts';
import { type TaggedWord, tagWords } from '../text/terms/segment-words.ts';
import { PARTICLES } from '../text/terms/stop-words-chinese.ts';
import { type ScriptRun, scriptRunsOf, tokenize } from '../text/terms/tokenize.ts';
import type { QueryWord } from './store.ts';

/** A text, and the weight of each occurrence of a word in it. */
export interface WeightedText {
  text: string;
  weight: number;
  /** A word counts once, however often it occurs. */
  once?: true;
}

/** A word that could be a keyword, with its weighted frequency. */
export interface KeywordCandidate {
  word: QueryWord;
  /** The word as the texts write it. */
  text: string;
  count: number;
}

/** A text names its topic in its first pages. */
export const MAX_KEYWORD_UNITS = 20_000;
const MIN_SPACED = 3;
const MIN_UNSPACED = 2;
const LETTER = /\p{L}/u;
const HIRAGANA_ONLY = /^\p{scx=Hira}+$/u;
const LOWER_CASE = /^\p{Ll}/u;
/** Tags of nouns, names and abbreviations, and of words that the dictionary does not contain. */
const NOUN_TAG = /^(?:n|j|vn|an|eng|x|i|l)/u;
const VERB_TAG = /^v/u;
const VERB_WEIGHT = 0.4;
/** Where a script has capitals, a word in lower case is no name. */
const LOWER_CASE_WEIGHT = 0.7;

/** Counts the words that could be keywords of these texts: no function words, numbers or single characters. */
export async function countKeywordCandidates(texts: readonly WeightedText[]): Promise<readonly KeywordCandidate[]> {
  const candidates = new Map<string, KeywordCandidate>();
  for (const { text, weight, once } of texts) {
    const seen = new Set<string>();
    for (const { text: written, tokens, weight: wordWeight } of await weighWords(text.slice(0, MAX_KEYWORD_UNITS))) {
      const key = tokens.join(' ');
      const candidate = candidates.get(key) ?? { word: { tokens, prefix: false }, text: written, count: 0 };
      if (once !== true || !seen.has(key)) candidate.count += weight * wordWeight;
      // A capital may come from the start of a sentence or from a title, so the lower-case form wins.
      if (LOWER_CASE.test(written)) candidate.text = written;
      seen.add(key);
      candidates.set(key, candidate);
    }
  }
  return [...candidates.values()].map((candidate) =>
    LOWER_CASE.test(candidate.text) ? { ...candidate, count: candidate.count * LOWER_CASE_WEIGHT } : candidate,
  );
}

interface WeightedWord {
  text: string;
  tokens: readonly string[];
  /** How well words of this part of speech name a topic, up to 1. */
  weight: number;
}

async function weighWords(text: string): Promise<readonly WeightedWord[]> {
  const words: WeightedWord[] = [];
  for (const run of scriptRunsOf(text)) {
    for (const { text: written, tag } of run.spaced ? [{ text: run.text }] : await tagWritten(run)) {
      const folded = { text: fold(written), spaced: run.spaced };
      const weight = canBeKeyword(folded) ? weightOf(tag) : 0;
      if (weight > 0) words.push({ text: written, tokens: tokenize(folded), weight });
    }
  }
  return words;
}

/** Tags the words of a run but keeps their written form; the dictionary contains folded words only. */
async function tagWritten({ text }: ScriptRun): Promise<readonly TaggedWord[]> {
  const folded = fold(text);
  const words = await tagWords(folded);
  if (folded.length !== text.length) return words;
  let at = 0;
  return words.map((word) => {
    at += word.text.length;
    return { ...word, text: text.slice(at - word.text.length, at) };
  });
}

/** Nouns and names count fully, verbs less; times, numbers and adverbs not at all. */
function weightOf(tag: string | undefined): number {
  if (tag === undefined || NOUN_TAG.test(tag)) return 1;
  return VERB_TAG.test(tag) ? VERB_WEIGHT : 0;
}

function canBeKeyword({ text, spaced }: ScriptRun): boolean {
  if (!LETTER.test(text)) return false;
  if (spaced) return text.length >= MIN_SPACED && !FUNCTION_WORDS.has(text);
  return (
    text.length >= MIN_UNSPACED &&
    !FUNCTION_WORDS.has(text) &&
    !HIRAGANA_ONLY.test(text) &&
    ![...text].some((one) => PARTICLES.has(one))
  );
}
