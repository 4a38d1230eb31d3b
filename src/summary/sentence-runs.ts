import { hasUnbalancedQuotes } from '../text/quotations.ts';
import { isQuestion } from '../text/sentences/sentence-end.ts';
import { isChineseBoilerplateLine } from './boilerplate-lines-chinese.ts';
import type { SentenceCandidate } from './score-sentences.ts';

const MAX_SENTENCES = 3;
/** A sentence that introduces the next one. */
const INTRODUCTORY = /[:：]$/;
const INCOMPLETE = /(?:[，,；;、]|——)$/;
/** A complete sentence without a quotation, too short to be a summary. */
const SHORT_STATEMENT = /^(?![^。]{0,8}[也还還又])[^“”「」"：:]{4,}。$/;

/** A sentence and its successors in the paragraph, as many as fit and end well. */
export function runFrom(
  first: SentenceCandidate,
  candidates: readonly SentenceCandidate[],
  max: number,
): SentenceCandidate[] {
  const run: SentenceCandidate[] = [];
  let length = -1;
  for (const candidate of candidates.slice(first.position, first.position + MAX_SENTENCES)) {
    length += candidate.graphemes + 1;
    const ends = candidate.paragraph !== first.paragraph || length > max || INTRODUCTORY.test(candidate.text);
    if (ends && candidate !== first) break;
    run.push(candidate);
  }
  while (run.length > 1 && breaksOff(run.map(({ text }) => text).join(''))) run.pop();
  return run;
}

/** Whether a text ends in an incomplete sentence or quotation, or with a question that the next sentence answers. */
function breaksOff(text: string): boolean {
  return INCOMPLETE.test(text) || isQuestion(text) || hasUnbalancedQuotes(text);
}

/** A run from a sentence, including a short statement directly before it that names its topic. */
export function openingFrom(
  first: SentenceCandidate,
  candidates: readonly SentenceCandidate[],
  max: number,
): SentenceCandidate[] {
  const before = candidates[first.position - 1];
  const run = before !== undefined && introduces(before, first) ? runFrom(before, candidates, max) : [];
  return run.includes(first) ? run : runFrom(first, candidates, max);
}

function introduces({ text, paragraph, isAnaphoric }: SentenceCandidate, first: SentenceCandidate): boolean {
  return paragraph === first.paragraph && !isAnaphoric && SHORT_STATEMENT.test(text) && !isChineseBoilerplateLine(text);
}
