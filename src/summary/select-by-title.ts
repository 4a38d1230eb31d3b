import { countTerms, type Term, termsOf } from '../text/terms.ts';
import { type Candidate, earliness } from './score-sentences.ts';
import { runFrom } from './sentence-runs.ts';

/** Chosen on Chinese articles of eight outlets whose intro was taken out (bench/README.md); every neighbour is nearly as good. */
const WEIGHTS = { centre: 0.4, place: 0.08, length: 0.065 };
/** What a summary says at best, in ideographs. */
const BEST_LENGTH = 70;
/** A text opens with its point; only what is this much closer to the title takes the opening's place. */
const MARGIN = 0.12;
/** So much less is an opening worth that leans back on what is not there. */
const DANGLING = 0.5;
/** So many of the sentences that are worth most by themselves, and of the first ones, are tried together. */
const MOST_TRIED = 8;
const FIRST_TRIED = 3;
/** Two sentences further apart than this seldom read as one piece. */
const APART = 5;

interface Subject {
  title: ReadonlySet<Term>;
  /** In how many sentences each term occurs. */
  counts: ReadonlyMap<Term, number>;
  /** The length of those counts as a vector. */
  norm: number;
}

function subjectOf(candidates: readonly Candidate[], title: string): Subject {
  const counts = countTerms(candidates.map(({ terms }) => terms));
  const norm = Math.sqrt(counts.values().reduce((sum, count) => sum + count * count, 0));
  return { title: new Set(termsOf(title)), counts, norm };
}

/** How close sentences come, taken together, to the title and to the whole text, early ones and a common length counting more. */
function worthOf(chosen: readonly Candidate[], { title, counts, norm }: Subject): number {
  const terms = new Set(chosen.flatMap((one) => [...one.terms]));
  // It says nothing, so that anything takes its place.
  if (terms.size === 0) return -Infinity;
  let shared = 0;
  let common = 0;
  for (const term of terms) {
    if (title.has(term)) shared += 1;
    common += counts.get(term) ?? 0;
  }
  const early = chosen.reduce((sum, { place }) => sum + earliness(place), 0) / chosen.length;
  const weight = chosen.reduce((sum, one) => sum + one.weight, 0);
  const starts = chosen.filter(({ weak, place }, at) => !weak && chosen[at - 1]?.place !== place - 1);
  const penalty = starts.reduce((sum, one) => sum + one.penalty, 0);
  return (
    shared / Math.sqrt(terms.size * title.size) +
    WEIGHTS.centre * (common / (Math.sqrt(terms.size) * norm)) +
    WEIGHTS.place * early -
    WEIGHTS.length * Math.log(weight / BEST_LENGTH) ** 2 -
    penalty
  );
}

/** One sentence, two that stand near each other, or a run of a paragraph: what may be a summary. */
function* combine(tried: readonly Candidate[], candidates: readonly Candidate[], max: number) {
  for (const one of tried) {
    yield [one];
    const run = runFrom(one, candidates, max);
    for (let length = 2; length <= run.length; length += 1) yield run.slice(0, length);
    for (const other of tried) if (one.place < other.place && other.place <= one.place + APART) yield [one, other];
  }
}

/** None leans back on a sentence that is left out, and there is room for all. */
function standsAlone(chosen: readonly Candidate[], max: number): boolean {
  const length = chosen.reduce((sum, { graphemes }) => sum + graphemes + 1, -1);
  return length <= max && chosen.every(({ dangling, place }, at) => !dangling || chosen[at - 1]?.place === place - 1);
}

/**
 * What says in one to three sentences what the title says, where that is clearly closer to it than the opening; undefined
 * where the opening is nearly as good. `trust` is how much closer it must be besides. For scripts without spaces, whose
 * titles share enough pairs of characters with the text.
 */
export function selectByTitle(
  candidates: readonly Candidate[],
  { title, opening, trust, max }: { title: string; opening: readonly Candidate[]; trust: number; max: number },
): Candidate[] | undefined {
  const subject = subjectOf(candidates, title);
  const able = candidates.filter(({ weak, terms }) => !weak && terms.size > 0);
  const worth = new Map(able.map((one) => [one, worthOf([one], subject)]));
  const best = able.toSorted((one, other) => (worth.get(other) ?? 0) - (worth.get(one) ?? 0));
  const tried = [...new Set([...best.slice(0, MOST_TRIED), ...able.slice(0, FIRST_TRIED)])];
  const margin = opening[0]?.dangling ? -DANGLING : MARGIN + trust;
  let most = worthOf(opening, subject) + margin;
  let closest: Candidate[] | undefined;
  for (const chosen of combine(tried, candidates, max)) {
    const value = standsAlone(chosen, max) ? worthOf(chosen, subject) : -Infinity;
    if (value > most) [most, closest] = [value, chosen];
  }
  return closest;
}
