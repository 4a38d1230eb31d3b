import { countTerms, type Term, termsOf } from '../text/terms/terms.ts';
import type { Sentence } from './sentences.ts';
import { isStatement, standsAlone } from './stands-alone.ts';

const MAX_SENTENCES = 3;
/** A summary with this weight is complete: about two sentences, in ideographs. */
const TARGET_WEIGHT = 50;

/**
 * Chooses the sentences of a text without a title that are closest to the whole text (cosine) and to its start, in reading
 * order, within `max` graphemes.
 */
export function chooseCentral(sentences: readonly Sentence[], max: number): Sentence[] {
  const terms = sentences.map(({ text }) => new Set(termsOf(text)));
  const counts = countTerms(terms);
  const norm = Math.hypot(...counts.values());
  const scores = new Map(
    sentences.map((one, at) => [one, centrality(terms[at] ?? new Set(), counts) / norm - at / sentences.length]),
  );
  const isRepeated = ({ text }: Sentence, at: number) => sentences.findIndex((other) => other.text === text) < at;
  const eligible = sentences.filter((one, at) => !isRepeated(one, at) && isStatement(one, '') && standsAlone(one.text));
  const chosen = new Set<Sentence>();
  let [length, weight] = [-1, 0];
  for (const one of eligible.toSorted((left, right) => (scores.get(right) ?? 0) - (scores.get(left) ?? 0))) {
    if (chosen.size === MAX_SENTENCES || weight >= TARGET_WEIGHT) break;
    if (length + one.graphemes + 1 > max) continue;
    chosen.add(one);
    length += one.graphemes + 1;
    weight += one.weight;
  }
  return sentences.filter((one) => chosen.has(one));
}

function centrality(terms: ReadonlySet<Term>, counts: ReadonlyMap<Term, number>): number {
  let sum = 0;
  for (const term of terms) sum += counts.get(term) ?? 0;
  return sum / Math.sqrt(terms.size + 1);
}
