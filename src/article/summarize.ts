import { isChineseNotice } from './chinese-notices.ts';
import { coverText, highest } from './cover.ts';
import { cutSentence } from './cut-sentence.ts';
import { isHalfQuoted } from './quotations.ts';
import { type Candidate, scoreSentences } from './score-sentences.ts';
import { isQuestion } from './sentence-kinds.ts';

const DEFAULT_MAX_GRAPHEMES = 280;
const MAX_CHOSEN = 3;
/** A text opens with its point; only a sentence this much better, and not far behind, takes the opening's place. */
const MARGIN = 0.2;
const REACH = 8;
/** What opens with a quotation is likelier to tell a scene than the point. */
const QUOTED = 0.1;
const DANGLING = 0.5;
/** A sentence alone that says less than this takes the next one of its paragraph with it, in ideographs. */
const SPARSE = 30;
/** An opening sentence that is at most so many times too long is cut rather than passed over. */
const CUTTABLE = 1.25;

/** A sentence that only announces what comes next. */
const ANNOUNCING = /[:：]$/;
const UNENDED = /(?:[，,；;、]|——)$/;
/** Too short to be a summary, but whole, and nobody's words. */
const SHORT_STATEMENT = /^(?![^。]{0,8}[也还還又])[^“”「」"：:]{4,}。$/;
const QUOTATION = /["“”„«「『]|``/u;
/** After these, ideographic text goes on without a space. */
const UNSPACED_END = /[\u3001-\u303f\u3041-\u30ff\u3400-\u9fff\uff01-\uff60]["'”’…—]*$/u;

function gapAfter(text: string): '' | ' ' {
  return UNSPACED_END.test(text) ? '' : ' ';
}

function worthAlone({ score, dangling }: Candidate): number {
  return score - (dangling ? DANGLING : 0);
}

/** A sentence and those that follow it in its paragraph, as many as there is room for and as read well to the end. */
function runFrom(first: Candidate, candidates: readonly Candidate[], max: number): Candidate[] {
  const run: Candidate[] = [];
  let length = -1;
  for (const candidate of candidates.slice(first.place, first.place + MAX_CHOSEN)) {
    length += candidate.graphemes + 1;
    const ends = candidate.paragraph !== first.paragraph || length > max || ANNOUNCING.test(candidate.text);
    if (ends && candidate !== first) break;
    run.push(candidate);
  }
  while (run.length > 1 && breaksOff(run.map(({ text }) => text).join(''))) run.pop();
  return run;
}

/** Ends in the middle of a sentence or a quotation, or with a question that what follows would answer. */
function breaksOff(text: string): boolean {
  return UNENDED.test(text) || isQuestion(text) || isHalfQuoted(text);
}

/** A run from a sentence, with the short statement right before it that names what it is about. */
function openingFrom(first: Candidate, candidates: readonly Candidate[], max: number): Candidate[] {
  const before = candidates[first.place - 1];
  const led = before !== undefined && leadsIn(before, first) ? runFrom(before, candidates, max) : [];
  return led.includes(first) ? led : runFrom(first, candidates, max);
}

function leadsIn({ text, paragraph, dangling }: Candidate, first: Candidate): boolean {
  return paragraph === first.paragraph && !dangling && SHORT_STATEMENT.test(text) && !isChineseNotice(text);
}

/** The opening paragraph, without what is no sentence before it; or, where it misses the title, what does not. */
function openingOrBetter(candidates: readonly Candidate[], max: number): Candidate[] {
  const first = candidates.find(({ weak, graphemes }) => !weak && graphemes <= max * CUTTABLE);
  const near = candidates
    .slice(0, (first?.place ?? 0) + REACH)
    .filter((one) => first === undefined || one === first || (one.graphemes <= max && !one.weak));
  const better = highest(near, worthAlone);
  if (better === undefined) return [];
  const opening = first === undefined ? [] : openingFrom(first, candidates, max);
  const quoted = opening.some(({ text }) => QUOTATION.test(text)) ? QUOTED : 0;
  const leans = opening[0]?.dangling ?? false;
  const margin = leans && !better.dangling ? 0 : MARGIN - quoted;
  const reached = Math.max(...opening.map(({ score }) => score)) - (leans ? DANGLING : 0);
  if (opening.includes(better) || worthAlone(better) - reached <= margin) return opening;
  return better.weight < SPARSE ? runFrom(better, candidates, max).slice(0, 2) : [better];
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
  const chosen = (title ? openingOrBetter : coverText)(candidates, maxGraphemes);
  const texts = (chosen.length > 0 ? chosen : [highest(candidates, worthAlone)]).map((one) => one?.text ?? '');
  return cutSentence(
    texts.reduce((summary, text) => summary + gapAfter(summary) + text),
    maxGraphemes,
  );
}
