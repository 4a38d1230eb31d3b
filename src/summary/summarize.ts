import { isMostlyBigrams } from '../text/terms.ts';
import { truncateSentence } from '../text/truncate-sentence.ts';
import { type Candidate, scoreSentences } from './score-sentences.ts';
import { highest, selectByCoverage } from './select-by-coverage.ts';
import { selectByTitle } from './select-by-title.ts';
import { openingFrom, runFrom } from './sentence-runs.ts';

const DEFAULT_MAX_GRAPHEMES = 280;
/** A text opens with its point; only a sentence this much better, and not far behind, takes the opening's place. */
const MARGIN = 0.2;
const REACH = 8;
/** What opens with a quotation is likelier to tell a scene than the point. */
const QUOTED = 0.1;
const DANGLING = 0.5;
/** So much more is an opening trusted that the page marks as its intro. */
const MARKED = 0.15;
/** A sentence alone that says less than this takes the next one of its paragraph with it, in ideographs. */
const SPARSE = 30;
/** An opening sentence that is at most so many times too long is cut rather than passed over. */
const CUTTABLE = 1.25;

const QUOTATION = /["“”„«「『]|``/u;
/** After these, ideographic text goes on without a space. */
const UNSPACED_END = /[\u3001-\u303f\u3041-\u30ff\u3400-\u9fff\uff01-\uff60]["'”’…—]*$/u;

function gapAfter(text: string): '' | ' ' {
  return UNSPACED_END.test(text) ? '' : ' ';
}

function worthAlone({ score, dangling }: Candidate): number {
  return score - (dangling ? DANGLING : 0);
}

interface Opening {
  /** The first sentence that may open a summary. */
  first: Candidate | undefined;
  run: readonly Candidate[];
  /** How much more than another one it is trusted. */
  trust: number;
}

/** One of the first sentences, where the opening misses what the title says and that one does not. */
function betterOne(
  candidates: readonly Candidate[],
  { first, run, trust }: Opening,
  max: number,
): Candidate[] | undefined {
  const near = candidates
    .slice(0, (first?.place ?? 0) + REACH)
    .filter((one) => first === undefined || one === first || (one.graphemes <= max && !one.weak));
  const better = highest(near, worthAlone);
  if (better === undefined || run.includes(better)) return undefined;
  const quoted = run.some(({ text }) => QUOTATION.test(text)) ? QUOTED : 0;
  const leans = run[0]?.dangling ?? false;
  const margin = leans && !better.dangling ? 0 : MARGIN - quoted + trust;
  const reached = Math.max(...run.map(({ score }) => score)) - (leans ? DANGLING : 0);
  if (worthAlone(better) - reached <= margin) return undefined;
  return better.weight < SPARSE ? runFrom(better, candidates, max).slice(0, 2) : [better];
}

interface SummaryOptions {
  title?: string | null;
  /** The title is a heading, or that of the whole text of which this is a part: the part's own point may be another. */
  isPart?: boolean;
  /** The paragraph that is marked as the one that says what the text says. */
  intro?: string | null;
  /** 280 unless told. */
  maxGraphemes?: number;
}

/** The opening paragraph, without what is no sentence before it; or, where it misses the title, what does not. */
function openingOrBetter(
  candidates: readonly Candidate[],
  { title, isPart, introAt, max }: { title: string; isPart: boolean; introAt: number; max: number },
): readonly Candidate[] {
  const first = candidates.find(({ weak, graphemes }) => !weak && graphemes <= max * CUTTABLE);
  const run = first === undefined ? [] : openingFrom(first, candidates, max);
  const trust = first?.paragraph === introAt ? MARKED : 0;
  const better =
    isMostlyBigrams(title) && !isPart
      ? selectByTitle(candidates, { title, opening: run, trust, max })
      : betterOne(candidates, { first, run, trust }, max);
  return better ?? run;
}

/**
 * Summarises a text by its own sentences, whole and in reading order, in at most `maxGraphemes` graphemes. Where every
 * sentence is longer than that, the best one is cut at a clause, with an ellipsis. No text gives ''.
 */
export function summarize(
  paragraphs: readonly string[],
  { title, isPart = false, intro, maxGraphemes: max = DEFAULT_MAX_GRAPHEMES }: SummaryOptions,
): string {
  const candidates = scoreSentences(paragraphs, title ?? '');
  const introAt = intro ? paragraphs.indexOf(intro) : -1;
  const chosen = title
    ? openingOrBetter(candidates, { title, isPart, introAt, max })
    : selectByCoverage(candidates, max);
  const texts = (chosen.length > 0 ? chosen : [highest(candidates, worthAlone)]).map((one) => one?.text ?? '');
  return truncateSentence(
    texts.reduce((summary, text) => summary + gapAfter(summary) + text),
    max,
  );
}
