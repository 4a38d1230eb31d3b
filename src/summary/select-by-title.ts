import { countTerms, type Term, termsOf } from '../text/terms.ts';
import { positionBonus, type SentenceCandidate } from './score-sentences.ts';
import { runFrom } from './sentence-runs.ts';

/** Tuned on Chinese articles of eight outlets, with the standfirst as reference (bench/README.md); nearby values are nearly as good. */
const WEIGHTS = { centrality: 0.4, position: 0.08, length: 0.065 };
/** The ideal weight of a summary, in ideographs. */
const IDEAL_WEIGHT = 70;
/** Most articles open with the main point, so another selection must be better than the opening by this much. */
const MIN_LEAD = 0.12;
/** Penalty for an opening that depends on missing context. */
const ANAPHORIC_OPENING_PENALTY = 0.5;
/** Combinations are tried of the best single sentences and of the first sentences. */
const MAX_BEST_TRIED = 8;
const MAX_FIRST_TRIED = 3;
/** Two sentences further apart than this rarely form a coherent summary. */
const MAX_DISTANCE = 5;

interface Topic {
  title: ReadonlySet<Term>;
  /** Document frequency: in how many sentences each term occurs. */
  counts: ReadonlyMap<Term, number>;
  /** The norm of `counts` as a vector. */
  norm: number;
}

function topicOf(candidates: readonly SentenceCandidate[], title: string): Topic {
  const counts = countTerms(candidates.map(({ terms }) => terms));
  const norm = Math.sqrt(counts.values().reduce((sum, count) => sum + count * count, 0));
  return { title: new Set(termsOf(title)), counts, norm };
}

/** Scores a selection as one text: similarity to the title and to the article, position and length. */
function scoreOf(chosen: readonly SentenceCandidate[], { title, counts, norm }: Topic): number {
  const terms = new Set(chosen.flatMap((one) => [...one.terms]));
  // An empty selection, which any other replaces.
  if (terms.size === 0) return -Infinity;
  let shared = 0;
  let common = 0;
  for (const term of terms) {
    if (title.has(term)) shared += 1;
    common += counts.get(term) ?? 0;
  }
  const position = chosen.reduce((sum, one) => sum + positionBonus(one.position), 0) / chosen.length;
  const weight = chosen.reduce((sum, one) => sum + one.weight, 0);
  const starts = chosen.filter((one, at) => !one.isWeak && chosen[at - 1]?.position !== one.position - 1);
  const penalty = starts.reduce((sum, one) => sum + one.penalty, 0);
  return (
    shared / Math.sqrt(terms.size * title.size) +
    WEIGHTS.centrality * (common / (Math.sqrt(terms.size) * norm)) +
    WEIGHTS.position * position -
    WEIGHTS.length * Math.log(weight / IDEAL_WEIGHT) ** 2 -
    penalty
  );
}

/** Generates the selections to try: one sentence, two nearby sentences, or a run within a paragraph. */
function* combine(tried: readonly SentenceCandidate[], candidates: readonly SentenceCandidate[], max: number) {
  for (const one of tried) {
    yield [one];
    const run = runFrom(one, candidates, max);
    for (let length = 2; length <= run.length; length += 1) yield run.slice(0, length);
    for (const other of tried)
      if (one.position < other.position && other.position <= one.position + MAX_DISTANCE) yield [one, other];
  }
}

/** Whether a selection fits, and no sentence depends on an omitted one. */
function isSelfContained(chosen: readonly SentenceCandidate[], max: number): boolean {
  const length = chosen.reduce((sum, { graphemes }) => sum + graphemes + 1, -1);
  return length <= max && chosen.every((one, at) => !one.isAnaphoric || chosen[at - 1]?.position === one.position - 1);
}

/**
 * Selects the one to three sentences most similar to the title, if they score clearly higher than the opening; otherwise
 * undefined. `trust` increases the required lead. For scripts without spaces, in which titles share enough bigrams with
 * the text.
 */
export function selectByTitle(
  candidates: readonly SentenceCandidate[],
  { title, opening, trust, max }: { title: string; opening: readonly SentenceCandidate[]; trust: number; max: number },
): SentenceCandidate[] | undefined {
  const topic = topicOf(candidates, title);
  const eligible = candidates.filter(({ isWeak, terms }) => !isWeak && terms.size > 0);
  const scores = new Map(eligible.map((one) => [one, scoreOf([one], topic)]));
  const best = eligible.toSorted((one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0));
  const tried = [...new Set([...best.slice(0, MAX_BEST_TRIED), ...eligible.slice(0, MAX_FIRST_TRIED)])];
  const minLead = opening[0]?.isAnaphoric ? -ANAPHORIC_OPENING_PENALTY : MIN_LEAD + trust;
  let highestScore = scoreOf(opening, topic) + minLead;
  let closest: SentenceCandidate[] | undefined;
  for (const chosen of combine(tried, candidates, max)) {
    const score = isSelfContained(chosen, max) ? scoreOf(chosen, topic) : -Infinity;
    if (score > highestScore) [highestScore, closest] = [score, chosen];
  }
  return closest;
}
