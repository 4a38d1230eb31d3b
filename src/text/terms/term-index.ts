import type { Term } from './terms.ts';

/** Texts as lists of term numbers: 0 for the first term that occurs, and so on. */
export interface IndexedTerms {
  texts: Int32Array[];
  /** The number of different terms. */
  size: number;
}

/** Numbers the terms of texts, so that arrays can count them. Linear in the terms. */
export function indexTerms(texts: readonly (readonly Term[])[]): IndexedTerms {
  const total = texts.reduce((sum, terms) => sum + terms.length, 0);
  const mask = 2 ** Math.ceil(Math.log2(total * 2 + 2)) - 1;
  /** Open addressing; 0 is a free slot, and a taken one has the number of its term plus one. */
  const slots = new Int32Array(mask + 1);
  const keys = new Int32Array(mask + 1);
  let size = 0;
  const numberOf = (term: Term): number => {
    let slot = (Math.imul(term, 0x9e3779b1) >>> 7) & mask;
    while (slots[slot] !== 0 && keys[slot] !== term) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      size += 1;
      slots[slot] = size;
      keys[slot] = term;
    }
    return (slots[slot] ?? 1) - 1;
  };
  const numbered = texts.map((terms) => {
    const numbers = new Int32Array(terms.length);
    for (let at = 0; at < numbers.length; at += 1) numbers[at] = numberOf(terms[at] ?? 0);
    return numbers;
  });
  return { texts: numbered, size };
}
