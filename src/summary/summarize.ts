import { isMostlyBigrams } from '../text/terms.ts';
import { type SentenceCandidate, scoreSentences } from './score-sentences.ts';
import { highest, selectByCoverage } from './select-by-coverage.ts';
import { selectByTitle } from './select-by-title.ts';
import { openingFrom, runFrom } from './sentence-runs.ts';
import { truncateSentence } from './truncate-sentence.ts';

const DEFAULT_MAX_GRAPHEMES = 280;
/** Most articles open with the main point, so a nearby sentence must be better than the opening by this much. */
const MIN_LEAD = 0.2;
const MAX_DISTANCE = 8;
/** An opening with a quotation is more likely to be a scene than the main point, so the required lead is smaller. */
const QUOTATION_DISCOUNT = 0.1;
const ANAPHORIC_PENALTY = 0.5;
/** The required lead is larger if the page marks the opening as standfirst. */
const STANDFIRST_TRUST = 0.15;
/** A single sentence with less weight takes the next one of its paragraph along, in ideographs. */
const MIN_SINGLE_WEIGHT = 30;
/** An opening sentence that is at most this many times too long is truncated, not skipped. */
const MAX_TRUNCATION = 1.25;

const QUOTATION = /["“”„«「『]|``/u;
/** Ideographic text continues after these without a space. */
const UNSPACED_END = /[\u3001-\u303f\u3041-\u30ff\u3400-\u9fff\uff01-\uff60]["'”’…—]*$/u;

function gapAfter(text: string): '' | ' ' {
  return UNSPACED_END.test(text) ? '' : ' ';
}

function valueAlone({ score, isAnaphoric }: SentenceCandidate): number {
  return score - (isAnaphoric ? ANAPHORIC_PENALTY : 0);
}

interface Opening {
  /** The first sentence that may open a summary. */
  first: SentenceCandidate | undefined;
  run: readonly SentenceCandidate[];
  /** Added to the lead that another sentence must have. */
  trust: number;
}

/** A sentence near the start that is clearly better than the opening; undefined if there is none. */
function betterThanOpening(
  candidates: readonly SentenceCandidate[],
  { first, run, trust }: Opening,
  max: number,
): SentenceCandidate[] | undefined {
  const near = candidates
    .slice(0, (first?.position ?? 0) + MAX_DISTANCE)
    .filter((one) => first === undefined || one === first || (one.graphemes <= max && !one.isWeak));
  const better = highest(near, valueAlone);
  if (better === undefined || run.includes(better)) return undefined;
  const discount = run.some(({ text }) => QUOTATION.test(text)) ? QUOTATION_DISCOUNT : 0;
  const isAnaphoric = run[0]?.isAnaphoric ?? false;
  const minLead = isAnaphoric && !better.isAnaphoric ? 0 : MIN_LEAD - discount + trust;
  const openingValue = Math.max(...run.map(({ score }) => score)) - (isAnaphoric ? ANAPHORIC_PENALTY : 0);
  if (valueAlone(better) - openingValue <= minLead) return undefined;
  return better.weight < MIN_SINGLE_WEIGHT ? runFrom(better, candidates, max).slice(0, 2) : [better];
}

interface SummaryOptions {
  title?: string | null;
  /** The text is a section; `title` may be that of the whole article, and the section's main point another. */
  isPart?: boolean;
  /** The paragraph that the page marks as standfirst. */
  standfirst?: string | null;
  /** 280 by default. */
  maxGraphemes?: number;
}

/** The opening of the text, or sentences that are clearly better. */
function openingOrBetter(
  candidates: readonly SentenceCandidate[],
  { title, isPart, standfirstAt, max }: { title: string; isPart: boolean; standfirstAt: number; max: number },
): readonly SentenceCandidate[] {
  const first = candidates.find(({ isWeak, graphemes }) => !isWeak && graphemes <= max * MAX_TRUNCATION);
  const run = first === undefined ? [] : openingFrom(first, candidates, max);
  const trust = first?.paragraph === standfirstAt ? STANDFIRST_TRUST : 0;
  const better =
    isMostlyBigrams(title) && !isPart
      ? selectByTitle(candidates, { title, opening: run, trust, max })
      : betterThanOpening(candidates, { first, run, trust }, max);
  return better ?? run;
}

/**
 * Summarises a text extractively: by whole sentences of it, in reading order, in at most `maxGraphemes` graphemes. If every
 * sentence is longer, truncates the best one at a clause, with an ellipsis. Returns '' if there is no text.
 */
export function summarize(
  paragraphs: readonly string[],
  { title, isPart = false, standfirst, maxGraphemes: max = DEFAULT_MAX_GRAPHEMES }: SummaryOptions,
): string {
  const candidates = scoreSentences(paragraphs, title ?? '');
  const standfirstAt = standfirst ? paragraphs.indexOf(standfirst) : -1;
  const chosen = title
    ? openingOrBetter(candidates, { title, isPart, standfirstAt, max })
    : selectByCoverage(candidates, max);
  const texts = (chosen.length > 0 ? chosen : [highest(candidates, valueAlone)]).map((one) => one?.text ?? '');
  return truncateSentence(
    texts.reduce((summary, text) => summary + gapAfter(summary) + text),
    max,
  );
}
