import { hasUnbalancedQuotes } from '../text/quotations.ts';
import { isQuestion } from '../text/sentence-end.ts';
import { isChineseBoilerplateLine } from './boilerplate-lines-chinese.ts';
import type { Candidate } from './score-sentences.ts';

const MAX_CHOSEN = 3;
/** A sentence that only announces what comes next. */
const ANNOUNCING = /[:：]$/;
const UNENDED = /(?:[，,；;、]|——)$/;
/** Too short to be a summary, but whole, and nobody's words. */
const SHORT_STATEMENT = /^(?![^。]{0,8}[也还還又])[^“”「」"：:]{4,}。$/;

/** A sentence and those that follow it in its paragraph, as many as there is room for and as read well to the end. */
export function runFrom(first: Candidate, candidates: readonly Candidate[], max: number): Candidate[] {
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
  return UNENDED.test(text) || isQuestion(text) || hasUnbalancedQuotes(text);
}

/** A run from a sentence, with the short statement right before it that names what it is about. */
export function openingFrom(first: Candidate, candidates: readonly Candidate[], max: number): Candidate[] {
  const before = candidates[first.place - 1];
  const led = before !== undefined && leadsIn(before, first) ? runFrom(before, candidates, max) : [];
  return led.includes(first) ? led : runFrom(first, candidates, max);
}

function leadsIn({ text, paragraph, dangling }: Candidate, first: Candidate): boolean {
  return paragraph === first.paragraph && !dangling && SHORT_STATEMENT.test(text) && !isChineseBoilerplateLine(text);
}
