import { startsWithAnaphor } from '../text/anaphora.ts';
import { containsChineseAnaphor } from '../text/anaphora-chinese.ts';
import { createSimilarity } from '../text/cosine-similarity.ts';
import { countTerms, type Term, termsOf } from '../text/terms.ts';

/** A block of a text, as far as it matters for where a part may begin. */
export interface Passage {
  text: string;
  /** A list, a table, a quote or code: it belongs to the words before it. */
  attached: boolean;
}

/** How much of a passage is looked at, in UTF-16 units. */
const WINDOW = 400;
/** Further on in a text that long, parts are as long as can be read at once, whatever they are about. */
const MOST_COMPARED = 2000;
/** Passages on each side of a border that are compared, and behind it that may bring up something new. */
const COMPARED = 2;
const AHEAD = 3;
/** Chosen on one half of articles whose headings were taken away (bench/README.md); every neighbour is nearly as good. */
const WEIGHTS = { border: 0.2, likeness: 12, news: 0.16, substance: 0.1, leaning: 0.8, attached: 4, announced: 10 };
/** What a passage is measured against, in UTF-16 units; some are added so that a short line is not all that counts. */
const USUAL_LENGTH = 80;
const ADDED_LENGTH = 5;

/**
 * How well each passage could begin a part: where the words change, what is brought up goes on to be told about, and
 * nothing leans on the passage before. Linear in the text.
 */
export function scoreTopicShifts(passages: readonly Passage[]): number[] {
  const terms = passages.slice(0, MOST_COMPARED).map(({ text }) => termsOf(text.slice(0, WINDOW)));
  const likenessAt = createSimilarity(terms, COMPARED);
  const news = countNews(terms);
  return passages.map(({ text, attached }, at) => {
    if (at >= MOST_COMPARED) return 0;
    const substance = Math.log((Math.min(text.length, WINDOW) + ADDED_LENGTH) / USUAL_LENGTH);
    return (
      WEIGHTS.border +
      WEIGHTS.news * (news[at] ?? 0) +
      WEIGHTS.substance * substance -
      WEIGHTS.likeness * likenessAt(at) -
      (leansBack(text) ? WEIGHTS.leaning : 0) -
      (attached ? WEIGHTS.attached : 0) -
      (announces(passages[at - 1]?.text) ? WEIGHTS.announced : 0)
    );
  });
}

/** Begins with a word that points back, or with somebody's words. */
function leansBack(text: string): boolean {
  return startsWithAnaphor(text) || containsChineseAnaphor(text) || /^["“「『«„]/u.test(text);
}

/** A line that ends in a colon belongs to what follows. */
function announces(text: string | undefined): boolean {
  return /[:：]\s*$/.test(text?.slice(-4) ?? '');
}

/** For each passage, how much is brought up in it and those behind it that was never said before, and is said again. */
function countNews(passages: readonly (readonly Term[])[]): number[] {
  const sets = passages.map((terms) => new Set(terms));
  const counts = countTerms(sets);
  const seen = new Set<Term>();
  const firsts = sets.map((terms) => {
    const fresh = [...terms].filter((term) => !seen.has(term));
    for (const term of fresh) seen.add(term);
    return fresh.filter((term) => (counts.get(term) ?? 0) > 1).length;
  });
  return sets.map((_, at) => {
    const size = sets.slice(at, at + AHEAD).reduce((sum, terms) => sum + terms.size, 0);
    const brought = firsts.slice(at, at + AHEAD).reduce((sum, count) => sum + count, 0);
    return brought / Math.sqrt(size + 1);
  });
}
