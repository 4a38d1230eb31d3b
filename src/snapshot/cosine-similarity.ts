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
  const squaredWeights = new Float64Array(size);
  for (let term = 0; term < size; term += 1)
    squaredWeights[term] = Math.log((texts.length + 1) / (frequencies[term] ?? 1)) ** 2;
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  return (at) => {
    const before = texts.slice(Math.max(0, at - window), at);
    const after = texts.slice(at, at + window);
    count(before, left);
    count(after, right);
    let [product, leftNorm, rightNorm] = [0, 0, 0];
    for (const terms of before) {
      for (const term of terms) {
        const times = takeCount(left, term);
        const weight = times * (squaredWeights[term] ?? 0);
        product += weight * (right[term] ?? 0);
        leftNorm += weight * times;
      }
    }
    for (const terms of after) {
      for (const term of terms) {
        const times = takeCount(right, term);
        rightNorm += times * times * (squaredWeights[term] ?? 0);
      }
    }
    return product === 0 ? 0 : product / Math.sqrt(leftNorm * rightNorm);
  };
}

function count(texts: readonly Int32Array[], counts: Int32Array): void {
  for (const terms of texts) for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
}

/** The count of a term, which is 0 from then on: each term counts once, however often it occurs. */
function takeCount(counts: Int32Array, term: number): number {
  const times = counts[term] ?? 0;
  counts[term] = 0;
  return times;
}
