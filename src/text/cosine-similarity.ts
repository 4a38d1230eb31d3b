import type { Term } from './terms.ts';

type Counts = ReadonlyMap<Term, number>;

/** How often each term occurs in all of the lists. */
export function countSharedTerms(lists: Iterable<Iterable<Term>>): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const terms of lists) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/**
 * How alike the `reach` passages before a place and those from there on are, from 0 to 1: the cosine of their terms, of
 * which one counts the more, the fewer passages of the text have it.
 */
export function createSimilarity(passages: readonly (readonly Term[])[], reach: number): (at: number) => number {
  const spread = countSharedTerms(passages.map((terms) => new Set(terms)));
  const weightOf = (term: Term): number => Math.log((passages.length + 1) / (spread.get(term) ?? 1));
  const cosine = (left: Counts, right: Counts): number => {
    let both = 0;
    for (const [term, count] of left) both += count * (right.get(term) ?? 0) * weightOf(term) ** 2;
    return both === 0 ? 0 : both / (lengthOf(left, weightOf) * lengthOf(right, weightOf));
  };
  const around = (from: number, to: number) => countSharedTerms(passages.slice(Math.max(0, from), Math.max(0, to)));
  return (at) => cosine(around(at - reach, at), around(at, at + reach));
}

function lengthOf(counts: Counts, weightOf: (term: Term) => number): number {
  let sum = 0;
  for (const [term, count] of counts) sum += (count * weightOf(term)) ** 2;
  return Math.sqrt(sum);
}
