import type { IndexedTerms } from '../../text/terms/term-index.ts';

/**
 * Compares the `window` passages before a position with the `window` passages from there on: the cosine of their term
 * vectors, from 0 to 1. A term is weighted by its inverse document frequency; `frequencies` is in how many passages it is.
 */
export function createSimilarity(
  { texts, size }: IndexedTerms,
  frequencies: Int32Array,
  window: number,
): (at: number) => number {
  const squaredWeights = weigh(frequencies, texts.length);
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  return (at) => {
    const before = texts.slice(Math.max(0, at - window), at);
    const after = texts.slice(at, at + window);
    for (const terms of before) count(terms, left);
    for (const terms of after) count(terms, right);
    let [product, leftNorm, rightNorm] = [0, 0, 0];
    for (const terms of before) {
      for (let index = 0; index < terms.length; index += 1) {
        const term = terms[index] ?? 0;
        const times = takeCount(left, term);
        const weight = times * (squaredWeights[term] ?? 0);
        product += weight * (right[term] ?? 0);
        leftNorm += weight * times;
      }
    }
    for (const terms of after) rightNorm = addSquares(rightNorm, { terms, counts: right, squaredWeights });
    return product === 0 ? 0 : product / Math.sqrt(leftNorm * rightNorm);
  };
}

/** The square of the inverse document frequency of each term. */
function weigh(frequencies: Int32Array, passages: number): Float64Array {
  const weights = new Float64Array(frequencies.length);
  for (let term = 0; term < weights.length; term += 1)
    weights[term] = Math.log((passages + 1) / (frequencies[term] ?? 1)) ** 2;
  return weights;
}

interface Counted {
  terms: Int32Array;
  counts: Int32Array;
  squaredWeights: Float64Array;
}

function addSquares(sum: number, { terms, counts, squaredWeights }: Counted): number {
  let total = sum;
  for (let index = 0; index < terms.length; index += 1) {
    const term = terms[index] ?? 0;
    const times = takeCount(counts, term);
    total += times * times * (squaredWeights[term] ?? 0);
  }
  return total;
}

function count(terms: Int32Array, counts: Int32Array): void {
  for (let index = 0; index < terms.length; index += 1) {
    const term = terms[index] ?? 0;
    counts[term] = (counts[term] ?? 0) + 1;
  }
}

/** The count of a term, which is 0 from then on: each term counts once, however often it occurs. */
function takeCount(counts: Int32Array, term: number): number {
  const times = counts[term] ?? 0;
  counts[term] = 0;
  return times;
}
