import { type Term, termsOf } from '../text/terms/terms.ts';
import { chooseCentral } from './choose-central.ts';
import { readSentences, type Sentence } from './sentences.ts';
import { breaksOff, isStatement, standsAlone } from './stands-alone.ts';
import { truncateSentence } from './truncate-sentence.ts';

const DEFAULT_MAX_GRAPHEMES = 280;
/** The sentences that are compared: of an article, of a section with and without a heading, and of a text without a title. */
const MAX_SENTENCES = { article: 16, headed: 8, part: 4, untitled: 100 };
/** How much closer to the title another sentence must be than an opening that stands alone (cosine, 0 to 1). */
const MARGINS = { article: 0.1, section: 0.2 };
/** What each sentence between the opening and another one costs. */
const DISTANCE_COST = 0.01;
/** Smoothing, so that a short sentence is not chosen for one shared term. */
const ADDED_TERMS = 3;
/** A sentence with less weight takes the next one of its paragraph along, in ideographs. */
const MIN_WEIGHT = 50;
/** An opening sentence that is at most this many times too long is truncated, not skipped. */
const MAX_TRUNCATION = 1.25;
/** Ideographic text continues after these without a space. */
const UNSPACED_END = /[\u3001-\u303f\u3041-\u30ff\u3400-\u9fff\uff01-\uff60]["'”’…—]*$/u;

interface Choice {
  title: string;
  margin: number;
  max: number;
}

interface SummaryOptions {
  title?: string | null;
  /** The paragraph that the page marks as standfirst: the summary opens with it. */
  standfirst?: string | null;
  /** 280 by default. */
  maxGraphemes?: number;
}

/**
 * Summarises a text extractively: by its opening, or by the sentence closest to the title, as one or two whole sentences in
 * at most `maxGraphemes` graphemes. Without a title, by its central sentences. If every sentence is longer, truncates the
 * first one at a clause, with an ellipsis. Returns '' if there is no text.
 */
export function summarize(paragraphs: readonly string[], options: SummaryOptions): string {
  const { title, standfirst, maxGraphemes: max = DEFAULT_MAX_GRAPHEMES } = options;
  if (title) return summarizeArticle([{ title: null, paragraphs }], { ...options, title }).article;
  const sentences = readSentences(paragraphs, MAX_SENTENCES.untitled);
  const central = standfirst ? [] : chooseCentral(sentences.slice(0, MAX_SENTENCES.untitled), max);
  return join(central.length > 0 ? central : chooseOpening(sentences, { title: '', margin: 0, max }), max);
}

/** Summarises an article and each of its sections, whose `title` is its own heading; reads each sentence once. */
export function summarizeArticle(
  sections: readonly { title: string | null; paragraphs: readonly string[] }[],
  { title, standfirst, maxGraphemes: max = DEFAULT_MAX_GRAPHEMES }: SummaryOptions & { title: string },
): { article: string; sections: string[] } {
  const all: Sentence[] = [];
  const summaries = sections.map((section) => {
    const own = section.title === null ? MAX_SENTENCES.part : MAX_SENTENCES.headed;
    const read = readSentences(section.paragraphs, Math.max(own, MAX_SENTENCES.article - all.length));
    if (all.length < MAX_SENTENCES.article) all.push(...read);
    const choice = { title: section.title ?? '', margin: MARGINS.section, max };
    return join(chooseOpening(read.slice(0, own), choice), max);
  });
  const marked = standfirst ? all.findIndex(({ paragraph }) => paragraph === standfirst) : -1;
  const opening = all.slice(Math.max(marked, 0), MAX_SENTENCES.article);
  const margin = marked === -1 ? MARGINS.article : 1;
  return { article: join(chooseOpening(opening, { title, margin, max }), max), sections: summaries };
}

/** The first statement, or another one that is clearly closer to the title or does not refer back, and what follows it. */
function chooseOpening(sentences: readonly Sentence[], { title, margin, max }: Choice): readonly Sentence[] {
  const titleTerms = new Set(termsOf(title));
  const first = sentences.findIndex((one) => one.graphemes <= max * MAX_TRUNCATION && isStatement(one, title));
  const opening = sentences[first];
  if (opening === undefined) return sentences.slice(0, 1);
  let best = first;
  let highest = standsAlone(opening.text) ? closeness(opening, titleTerms) + margin : Number.NEGATIVE_INFINITY;
  for (let at = first + 1; at < sentences.length; at += 1) {
    const one = sentences[at];
    if (one === undefined || one.graphemes > max) continue;
    const score = closeness(one, titleTerms) - DISTANCE_COST * (at - first);
    if (score > highest && isStatement(one, title) && standsAlone(one.text)) [highest, best] = [score, at];
  }
  return withNext(sentences, best, max);
}

/** How similar a sentence is to a title (cosine, smoothed), from 0 to 1. */
function closeness({ text }: Sentence, titleTerms: ReadonlySet<Term>): number {
  if (titleTerms.size === 0) return 0;
  const terms = new Set(termsOf(text));
  let shared = 0;
  for (const term of terms) if (titleTerms.has(term)) shared += 1;
  return shared / Math.sqrt(titleTerms.size * (terms.size + ADDED_TERMS));
}

/** A sentence, and the next one of its paragraph if the first says little and both fit. */
function withNext(sentences: readonly Sentence[], at: number, max: number): readonly Sentence[] {
  const [one, next] = [sentences[at], sentences[at + 1]];
  if (one === undefined || next === undefined) return sentences.slice(at, at + 1);
  const fits = one.weight < MIN_WEIGHT && one.graphemes + 1 + next.graphemes <= max;
  const isWhole = next.paragraph === one.paragraph && !breaksOff(one.text + next.text);
  return fits && isWhole ? [one, next] : [one];
}

function join(sentences: readonly Sentence[], max: number): string {
  const gapAfter = (text: string) => (text === '' || UNSPACED_END.test(text) ? '' : ' ');
  return truncateSentence(
    sentences.reduce((summary, { text }) => summary + gapAfter(summary) + text, ''),
    max,
  );
}
