import { countTerms, type Term } from '../text/terms.ts';

type TermVector = ReadonlyMap<Term, number>;

/**
 * Compares the `window` passages before a position with the `window` passages from there on: the cosine of their term
 * vectors, from 0 to 1. Terms are weighted by inverse document frequency over all passages.
 */
export function createSimilarity(passages: readonly (readonly Term[])[], window: number): (at: number) => number {
  const frequencies = countTerms(passages.map((terms) => new Set(terms)));
  const weightOf = (term: Term): number => Math.log((passages.length + 1) / (frequencies.get(term) ?? 1));
  const cosine = (left: TermVector, right: TermVector): number => {
    let product = 0;
    for (const [term, count] of left) product += count * (right.get(term) ?? 0) * weightOf(term) ** 2;
    return product === 0 ? 0 : product / (normOf(left, weightOf) * normOf(right, weightOf));
  };
  const vectorOf = (from: number, to: number) => countTerms(passages.slice(Math.max(0, from), Math.max(0, to)));
  return (at) => cosine(vectorOf(at - window, at), vectorOf(at, at + window));
}

function normOf(vector: TermVector, weightOf: (term: Term) => number): number {
  let sum = 0;
  for (const [term, count] of vector) sum += (count * weightOf(term)) ** 2;
  return Math.sqrt(sum);
}
