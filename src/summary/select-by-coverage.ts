import type { Term } from '../text/terms.ts';
import type { SentenceCandidate } from './score-sentences.ts';

const MAX_SENTENCES = 3;
/** A summary with this weight is complete: about two sentences, in ideographs. */
const TARGET_WEIGHT = 50;
/** The weight of a mention falls by a factor e every so many sentences. */
const POSITION_DECAY = 12;
/** Smoothing, so that a very short sentence is not chosen for one frequent term. */
const ADDED_TERMS = 3;

/** The weight of each term: its frequency, with early mentions counting more. A term of a single sentence has no weight. */
function weighTerms(candidates: readonly SentenceCandidate[]): Map<Term, number> {
  const weights = new Map<Term, number>();
  const once = new Set<Term>();
  for (const { terms, position } of candidates) {
    for (const term of terms) {
      if (weights.has(term)) once.delete(term);
      else once.add(term);
      weights.set(term, (weights.get(term) ?? 0) + Math.exp(-position / POSITION_DECAY));
    }
  }
  for (const term of once) weights.delete(term);
  return weights;
}

/**
 * Greedily selects sentences that together cover the most term weight, in reading order, within `max` graphemes
 * (maximum coverage).
 */
export function selectByCoverage(candidates: readonly SentenceCandidate[], max: number): SentenceCandidate[] {
  const uncovered = weighTerms(candidates);
  const chosen: SentenceCandidate[] = [];
  let length = -1;
  let weight = 0;
  const gainOf = ({ terms }: SentenceCandidate): number => {
    let sum = 0;
    for (const term of terms) sum += uncovered.get(term) ?? 0;
    return sum / Math.sqrt(terms.size + ADDED_TERMS);
  };
  while (chosen.length < MAX_SENTENCES && weight < TARGET_WEIGHT) {
    const fitting = candidates.filter(
      (one) => !one.isWeak && !chosen.includes(one) && length + one.graphemes + 1 <= max,
    );
    const selectable = fitting.filter(
      ({ isAnaphoric, position }) => !isAnaphoric || chosen.some((one) => one.position === position - 1),
    );
    const next = highest(selectable, gainOf);
    if (next === undefined) break;
    chosen.push(next);
    length += next.graphemes + 1;
    weight += next.weight;
    for (const term of next.terms) uncovered.delete(term);
  }
  return chosen.toSorted((one, other) => one.position - other.position);
}

/** The candidate with the highest value; the first one of equals. */
export function highest(
  candidates: readonly SentenceCandidate[],
  scoreOf: (candidate: SentenceCandidate) => number,
): SentenceCandidate | undefined {
  let best: { candidate: SentenceCandidate; value: number } | undefined;
  for (const candidate of candidates) {
    const value = scoreOf(candidate);
    if (best === undefined || value > best.value) best = { candidate, value };
  }
  return best?.candidate;
}
