import { cutSentence } from './cut-sentence.ts';
import { type Candidate, scoreSentences } from './score-sentences.ts';

const DEFAULT_MAX_GRAPHEMES = 280;
const MAX_CHOSEN = 3;
/** About two sentences: an ideograph says as much as three letters. */
const ENOUGH_IDEOGRAPHIC = 64;
const ENOUGH_SPACED = 180;
/** How far past enough the next sentence may lead. */
const SLACK = 2;
const REPETITION = 0.6;
const DANGLING = 0.9;
/** Below this, a further sentence says less than the room it takes. */
const WORTH_ADDING = 0;
/** After these, ideographic text goes on without a space. */
const UNSPACED_END = /[\u3001-\u303f\u3041-\u30ff\u3400-\u9fff\uff01-\uff60]["'”’…—]*$/u;

function gapAfter(text: string): '' | ' ' {
  return UNSPACED_END.test(text) ? '' : ' ';
}

/** A sentence is worth less where it repeats what is chosen, and where it points back to one that is not. */
function worthOf(candidate: Candidate, chosen: ReadonlyMap<number, Candidate>): number {
  const said = [...candidate.terms].filter((term) => [...chosen.values()].some(({ terms }) => terms.has(term))).length;
  const repetition = candidate.terms.size === 0 ? 0 : said / candidate.terms.size;
  const dangles = candidate.dangling && candidate.place > 0 && !chosen.has(candidate.place - 1);
  return candidate.score - REPETITION * repetition - (dangles ? DANGLING : 0);
}

/** The best of the candidates; a further one must add something. */
function best(candidates: readonly Candidate[], chosen: ReadonlyMap<number, Candidate>): Candidate | undefined {
  let found: { candidate: Candidate; worth: number } | undefined;
  for (const candidate of candidates) {
    const worth = worthOf(candidate, chosen);
    if (found === undefined || worth > found.worth) found = { candidate, worth };
  }
  return found !== undefined && (chosen.size === 0 || found.worth > WORTH_ADDING) ? found.candidate : undefined;
}

function choose(candidates: readonly Candidate[], max: number): Candidate[] {
  const chosen = new Map<number, Candidate>();
  const ideographic = candidates.filter((candidate) => candidate.ideographic).length * 2 > candidates.length;
  const enough = ideographic ? ENOUGH_IDEOGRAPHIC : ENOUGH_SPACED;
  let length = 0;
  while (chosen.size < MAX_CHOSEN && length < enough) {
    const room = chosen.size === 0 ? max : Math.min(max, enough * SLACK) - length - 1;
    const next = best(
      candidates.filter(({ place, graphemes }) => !chosen.has(place) && graphemes <= room),
      chosen,
    );
    if (next === undefined) break;
    chosen.set(next.place, next);
    length += next.graphemes + 1;
  }
  return [...chosen.values()].sort((one, other) => one.place - other.place);
}

/**
 * Summarises a text by its own sentences, whole and in reading order, in at most `maxGraphemes` graphemes (280 unless
 * told). Where every sentence is longer than that, the best one is cut at a clause, with an ellipsis. No text gives ''.
 */
export function summarize(
  paragraphs: readonly string[],
  { title, maxGraphemes = DEFAULT_MAX_GRAPHEMES }: { title?: string | null; maxGraphemes?: number },
): string {
  const candidates = scoreSentences(paragraphs, title ?? '');
  const chosen = choose(candidates, maxGraphemes);
  if (chosen.length === 0) return cutSentence(best(candidates, new Map())?.text ?? '', maxGraphemes);
  return chosen.map(({ text }) => text).reduce((summary, text) => summary + gapAfter(summary) + text);
}
