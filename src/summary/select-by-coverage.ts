import type { Term } from '../text/terms.ts';
import type { Candidate } from './score-sentences.ts';

const MAX_CHOSEN = 3;
/** What a text without a title needs to say what it is about, in ideographs: about two sentences. */
const ENOUGH = 50;
/** How fast what is said later counts less, in sentences. */
const FADE = 12;
/** Keeps the shortest sentences from being chosen for saying one thing that counts. */
const LEAST_TERMS = 3;

/** What a text is about: how often each term is said, early mentions counting more; one said only once counts nothing. */
function weighTerms(candidates: readonly Candidate[]): Map<Term, number> {
  const weights = new Map<Term, number>();
  const once = new Set<Term>();
  for (const { terms, place } of candidates) {
    for (const term of terms) {
      if (weights.has(term)) once.delete(term);
      else once.add(term);
      weights.set(term, (weights.get(term) ?? 0) + Math.exp(-place / FADE));
    }
  }
  for (const term of once) weights.delete(term);
  return weights;
}

/** Sentences from all over a text that together say most of what it is about, in reading order, within `max` graphemes. */
export function selectByCoverage(candidates: readonly Candidate[], max: number): Candidate[] {
  const left = weighTerms(candidates);
  const chosen: Candidate[] = [];
  let length = -1;
  let weight = 0;
  const gainOf = ({ terms }: Candidate): number => {
    let sum = 0;
    for (const term of terms) sum += left.get(term) ?? 0;
    return sum / Math.sqrt(terms.size + LEAST_TERMS);
  };
  while (chosen.length < MAX_CHOSEN && weight < ENOUGH) {
    const fitting = candidates.filter((one) => !one.weak && !chosen.includes(one) && length + one.graphemes + 1 <= max);
    const whole = fitting.filter(({ dangling, place }) => !dangling || chosen.some((one) => one.place === place - 1));
    const next = highest(whole, gainOf);
    if (next === undefined) break;
    chosen.push(next);
    length += next.graphemes + 1;
    weight += next.weight;
    for (const term of next.terms) left.delete(term);
  }
  return chosen.toSorted((one, other) => one.place - other.place);
}

/** The first of those that are worth most. */
export function highest(
  candidates: readonly Candidate[],
  worthOf: (candidate: Candidate) => number,
): Candidate | undefined {
  let best: { candidate: Candidate; worth: number } | undefined;
  for (const candidate of candidates) {
    const worth = worthOf(candidate);
    if (best === undefined || worth > best.worth) best = { candidate, worth };
  }
  return best?.candidate;
}
