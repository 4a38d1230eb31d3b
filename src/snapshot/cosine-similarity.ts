import type { IndexedTerms } from '../text/term-index.ts';

/**
 * Compares the `window` passages before a position with the `window` passages from there on: the cosine of their term
 * vectors, from 0 to 1. A term is weighted by its inverse document frequency; `frequencies` is in how many passages it is.
 */
export function createSimilarity(
  { texts, size }: IndexedTerms,
  frequencies: Int32Array,
  window: number,
): (at: number) => number {
  const squaredWeights = Float64Array.from(frequencies, (count) => Math.log((texts.length + 1) / count) ** 2);
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  return (at) => {
    const before = texts.slice(Math.max(0, at - window), at);
    const after = texts.slice(at, at + window);
    count(before, left);
    count(after, right);
    let [product, leftNorm, rightNorm] = [0, 0, 0];
    takeCounts(before, left, (term, times) => {
      const weight = times * (squaredWeights[term] ?? 0);
      product += weight * (right[term] ?? 0);
      leftNorm += weight * times;
    });
    takeCounts(after, right, (term, times) => {
      rightNorm += times * times * (squaredWeights[term] ?? 0);
    });
    return product === 0 ? 0 : product / Math.sqrt(leftNorm * rightNorm);
  };
}

function count(texts: readonly Int32Array[], counts: Int32Array): void {
  for (const terms of texts) for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
}

/** Visits each term of the texts once, with its count, and resets the count. */
function takeCounts(
  texts: readonly Int32Array[],
  counts: Int32Array,
  visit: (term: number, count: number) => void,
): void {
  for (const terms of texts) {
    for (const term of terms) {
      const times = counts[term] ?? 0;
      if (times > 0) visit(term, times);
      counts[term] = 0;
    }
  }
}
