import { startsWithAnaphor } from '../text/anaphora/anaphora.ts';
import { containsChineseAnaphor } from '../text/anaphora/chinese.ts';
import { countGraphemes } from '../text/graphemes.ts';
import { findInsideQuotation, hasUnbalancedQuotes, startsUnclosedQuotation } from '../text/quotations.ts';
import { endsWithStop, isQuestion } from '../text/sentences/sentence-end.ts';
import { splitSentences } from '../text/sentences/split-sentences.ts';
import { countTerms, type Term, termsOf } from '../text/terms.ts';
import { isBoilerplateLine, isPublicationNote } from './boilerplate-lines.ts';
import { isChineseBoilerplateLine } from './boilerplate-lines-chinese.ts';
import { isCaptionLine } from './caption-lines.ts';
import { withoutDateline } from './dateline.ts';
import { isUnattributedQuote } from './unattributed-quote.ts';

/** A sentence that may be part of a summary, with its score. */
export interface SentenceCandidate {
  text: string;
  /** The index among all sentences, from 0. */
  position: number;
  /** The index of its paragraph, from 0. */
  paragraph: number;
  graphemes: number;
  /** The amount of information, in ideographs: one is worth about three letters. */
  weight: number;
  terms: ReadonlySet<Term>;
  /** The score, with the penalty subtracted. */
  score: number;
  penalty: number;
  /** Too short, a question, a bare quotation or incomplete: no summary by itself. */
  isWeak: boolean;
  /** Starts with an anaphor, so that it depends on the sentence before it. */
  isAnaphoric: boolean;
}

const MAX_SENTENCES = 100;
const MAX_PARAGRAPH_UNITS = 40_000;
/** The letters and spaces that are worth one ideograph. */
const LETTERS_PER_IDEOGRAPH = 3.2;
/** Tuned on one half of news with reference summaries (bench/README.md); nearby values are nearly as good. */
const WEIGHTS = { title: 1.5, centrality: 0.4, position: 0.4 };
const PENALTIES = {
  short: 1.5,
  question: 0.5,
  quote: 0.3,
  insideQuotation: 0.6,
  incomplete: 0.6,
  incompleteLong: 0.15,
  repeat: 1,
  credit: 1,
  laterAnaphor: 0.2,
};
/** With this penalty, a sentence is no summary by itself. */
const WEAK_PENALTY = 0.3;
/** A shorter line without a stop is a heading or a caption, in ideographs. */
const MIN_LINE_WEIGHT = 30;
/** The position bonus falls by a factor e every so many sentences. */
const POSITION_DECAY = 8;
const MIN_IDEOGRAPHIC_GRAPHEMES = 18;
const MIN_SPACED_GRAPHEMES = 30;

const SCRIPT_SAMPLE_UNITS = 60;
const IDEOGRAPH = /[\u3041-\u30ff\u3400-\u9fff]/g;
const BARE_QUOTE = /^(?:["“「『«„][^"”」』»]*["”」』»][。.]?|(?:``|'')(?:(?!'').)*''[.]?|['‘][^'’]*[.!?]['’])$/;
/** A post on a social network. */
const SOCIAL_POST = /^@[^\s:：]{1,30}[:：]/u;
/** A sentence in brackets, such as a note to the reader. */
const PARENTHETICAL = /^[（(][^（）()]*[。.!！?？]?[）)][。.]?$/;
/** A line that continues in the next one. */
const CONTINUED = /[:：;；,，、]$/;
/** A credit, or only an address. */
const CREDIT =
  /^(?:Source|Photos?|Image|Credit|Reporting|Editing|Writing)(?: by\b|:)|^By(?: \p{Lu}[\p{L}.’'-]*){2,4}$|^https?:\S+$/u;
/** Scripts without stops. */
const SCRIPT_WITHOUT_STOPS = /[\u0e01-\u0eff]/;

interface LocatedSentence {
  text: string;
  paragraph: number;
  /** Starts inside a quotation, or starts one without ending it. */
  isInsideQuotation: boolean;
}

/** The sentences of a paragraph; of a very long one, those at its start. */
function sentencesOf(paragraph: string): string[] {
  const start = paragraph.slice(0, MAX_PARAGRAPH_UNITS);
  const sentences = splitSentences(withoutDateline(withoutCaptions(start)));
  return start.length < paragraph.length && sentences.length > 1 ? sentences.slice(0, -1) : sentences;
}

/** A paragraph without captions. */
function withoutCaptions(paragraph: string): string {
  const lines = paragraph.split('\n');
  return lines.some(isCaptionLine) ? lines.filter((line) => !isCaptionLine(line)).join('\n') : paragraph;
}

function isBoilerplate(text: string): boolean {
  return isBoilerplateLine(text) || (CREDIT.test(text) && !endsWithStop(text));
}

function firstSentences(paragraphs: readonly string[]): LocatedSentence[] {
  const found: LocatedSentence[] = [];
  const seen = new Set<string>();
  for (const [paragraph, content] of paragraphs.entries()) {
    const sentences = isPublicationNote(content) ? [] : sentencesOf(content);
    const insideQuotation = findInsideQuotation(sentences);
    for (const [at, text] of sentences.entries()) {
      if (found.length === MAX_SENTENCES) return found;
      const isInsideQuotation = insideQuotation.has(at) || startsUnclosedQuotation(text);
      if (!seen.has(text) && !isBoilerplate(text)) found.push({ text, paragraph, isInsideQuotation });
      seen.add(text);
    }
  }
  return found;
}

/** The position bonus of a sentence: 1 for the first, decaying exponentially. */
export function positionBonus(position: number): number {
  return Math.exp(-position / POSITION_DECAY);
}

/** The overlap of a sentence with all others; the logarithm makes a term of a single sentence count nothing. */
function centralityOf(terms: ReadonlySet<Term>, counts: ReadonlyMap<Term, number>): number {
  let sum = 0;
  for (const term of terms) sum += Math.log(counts.get(term) ?? 1);
  return sum / Math.sqrt(terms.size + 3);
}

function overlapWith(title: ReadonlySet<Term>, terms: ReadonlySet<Term>): number {
  const shared = [...terms].filter((term) => title.has(term)).length;
  return shared === 0 ? 0 : shared / Math.sqrt(title.size * (terms.size + 3));
}

function isIdeographic(text: string): boolean {
  const start = text.slice(0, SCRIPT_SAMPLE_UNITS);
  return (start.match(IDEOGRAPH)?.length ?? 0) > start.length / 3;
}

interface MeasuredSentence extends LocatedSentence {
  graphemes: number;
  weight: number;
}

function measure(sentence: LocatedSentence): MeasuredSentence {
  const { text } = sentence;
  const graphemes = countGraphemes(text);
  return { ...sentence, graphemes, weight: isIdeographic(text) ? graphemes : graphemes / LETTERS_PER_IDEOGRAPH };
}

/** A text without enclosing marks: a title may be in quotes or without a stop. */
function trimPunctuation(text: string): string {
  return text.replace(/^["'“”‘’«»„\s]{1,3}|["'“”‘’«»„.…\s]{1,3}$/gu, '');
}

function penaltyOf({ text, graphemes, weight, isInsideQuotation }: MeasuredSentence, title: string): number {
  const minGraphemes = weight === graphemes ? MIN_IDEOGRAPHIC_GRAPHEMES : MIN_SPACED_GRAPHEMES;
  const short = graphemes < minGraphemes ? PENALTIES.short : 0;
  const question = isQuestion(text) ? PENALTIES.question : 0;
  const isAside =
    BARE_QUOTE.test(text) || SOCIAL_POST.test(text) || PARENTHETICAL.test(text) || hasUnbalancedQuotes(text);
  const quote = isAside ? PENALTIES.quote : 0;
  const insideQuotation = isInsideQuotation ? PENALTIES.insideQuotation : 0;
  const credit = CREDIT.test(text) || isChineseBoilerplateLine(text) ? PENALTIES.credit : 0;
  const laterAnaphor = containsChineseAnaphor(text) ? PENALTIES.laterAnaphor : 0;
  const repeat = trimPunctuation(text) === trimPunctuation(title) ? PENALTIES.repeat : 0;
  return short + question + quote + insideQuotation + credit + laterAnaphor + repeat + incompleteness(text, weight);
}

function incompleteness(text: string, weight: number): number {
  if (CONTINUED.test(text)) return PENALTIES.incomplete;
  if (endsWithStop(text) || SCRIPT_WITHOUT_STOPS.test(text)) return 0;
  return weight < MIN_LINE_WEIGHT ? PENALTIES.incomplete : PENALTIES.incompleteLong;
}

/**
 * Scores the first sentences of a text by overlap with the title, centrality and position. Short sentences, questions and
 * bare quotations have penalties.
 */
export function scoreSentences(paragraphs: readonly string[], title: string): SentenceCandidate[] {
  const found = firstSentences(paragraphs);
  const terms = found.map(({ text }) => new Set(termsOf(text)));
  const counts = countTerms(terms);
  const centralities = terms.map((own) => centralityOf(own, counts));
  const maxCentrality = Math.max(...centralities, Number.EPSILON);
  const titleTerms = new Set(termsOf(title));
  return found.map((one, position) => {
    const own = terms[position] ?? new Set<Term>();
    const measured = measure(one);
    const penalty = penaltyOf(measured, title);
    const score =
      WEIGHTS.title * overlapWith(titleTerms, own) +
      WEIGHTS.centrality * ((centralities[position] ?? 0) / maxCentrality) +
      WEIGHTS.position * positionBonus(position) -
      penalty;
    const isAnaphoric = startsWithAnaphor(one.text) || isUnattributedQuote(one.text);
    return { ...measured, position, terms: own, score, penalty, isWeak: penalty >= WEAK_PENALTY, isAnaphoric };
  });
}
