import { startsWithAnaphor } from '../text/anaphora/anaphora.ts';
import { containsChineseAnaphor } from '../text/anaphora/chinese.ts';
import { countTerms, type Term, termsOf } from '../text/terms.ts';
import { createSimilarity } from './cosine-similarity.ts';

/** A block of text that may start a part. */
export interface Passage {
  text: string;
  /** A list, a table, a quote or code, which belongs to the paragraph before it. */
  isContinuation: boolean;
}

/** Only the start of a passage is compared. */
const MAX_PASSAGE_UNITS = 400;
/** Later passages are not compared, so that parts depend on length only. */
const MAX_PASSAGES = 2000;
/** The passages on each side of a boundary that are compared for similarity. */
const SIMILARITY_WINDOW = 2;
/** The passages after a boundary that are searched for new terms. */
const NOVELTY_WINDOW = 3;
/** Tuned on one half of articles without their headings (bench/README.md); nearby values are nearly as good. */
const WEIGHTS = {
  bias: 0.2,
  similarity: 12,
  novelty: 0.16,
  length: 0.1,
  anaphor: 0.8,
  continuation: 4,
  introduced: 10,
};
/** The length of a typical passage, and a smoothing term for short ones, in UTF-16 units. */
const TYPICAL_UNITS = 80;
const ADDED_UNITS = 5;

/**
 * Scores how well each passage could start a part (text segmentation): the vocabulary changes, new terms recur later, and
 * the passage does not depend on the one before. Linear in the text.
 */
export function scoreTopicShifts(passages: readonly Passage[]): number[] {
  const terms = passages.slice(0, MAX_PASSAGES).map(({ text }) => termsOf(text.slice(0, MAX_PASSAGE_UNITS)));
  const similarityAt = createSimilarity(terms, SIMILARITY_WINDOW);
  const novelty = countNovelTerms(terms);
  return passages.map(({ text, isContinuation }, at) => {
    if (at >= MAX_PASSAGES) return 0;
    const lengthScore = Math.log((Math.min(text.length, MAX_PASSAGE_UNITS) + ADDED_UNITS) / TYPICAL_UNITS);
    return (
      WEIGHTS.bias +
      WEIGHTS.novelty * (novelty[at] ?? 0) +
      WEIGHTS.length * lengthScore -
      WEIGHTS.similarity * similarityAt(at) -
      (dependsOnContext(text) ? WEIGHTS.anaphor : 0) -
      (isContinuation ? WEIGHTS.continuation : 0) -
      (endsWithColon(passages[at - 1]?.text) ? WEIGHTS.introduced : 0)
    );
  });
}

/** Whether a passage contains an anaphor or starts with a quotation. */
function dependsOnContext(text: string): boolean {
  return startsWithAnaphor(text) || containsChineseAnaphor(text) || /^["“「『«„]/u.test(text);
}

/** A passage that ends in a colon introduces the next one. */
function endsWithColon(text: string | undefined): boolean {
  return /[:：]\s*$/.test(text?.slice(-4) ?? '');
}

/** For each passage and its successors, how many terms occur for the first time and again later, relative to all terms. */
function countNovelTerms(passages: readonly (readonly Term[])[]): number[] {
  const sets = passages.map((terms) => new Set(terms));
  const counts = countTerms(sets);
  const seen = new Set<Term>();
  const novelCounts = sets.map((terms) => {
    const novel = [...terms].filter((term) => !seen.has(term));
    for (const term of novel) seen.add(term);
    return novel.filter((term) => (counts.get(term) ?? 0) > 1).length;
  });
  return sets.map((_, at) => {
    const size = sets.slice(at, at + NOVELTY_WINDOW).reduce((sum, terms) => sum + terms.size, 0);
    const count = novelCounts.slice(at, at + NOVELTY_WINDOW).reduce((sum, novel) => sum + novel, 0);
    return count / Math.sqrt(size + 1);
  });
}
