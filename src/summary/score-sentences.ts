import { startsWithAnaphor } from '../text/anaphora.ts';
import { containsChineseAnaphor } from '../text/anaphora-chinese.ts';
import { countGraphemes } from '../text/graphemes.ts';
import { findInsideQuotation, hasUnbalancedQuotes, startsUnclosedQuotation } from '../text/quotations.ts';
import { endsWithStop, isQuestion } from '../text/sentence-end.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { countTerms, type Term, termsOf } from '../text/terms.ts';
import { isUnattributedQuote } from '../text/unattributed-quote.ts';
import { isBoilerplateLine, isPublicationNote } from './boilerplate-lines.ts';
import { isChineseBoilerplateLine } from './boilerplate-lines-chinese.ts';
import { isCaptionLine } from './caption-lines.ts';
import { withoutDateline } from './dateline.ts';

/** A sentence that a summary may take, with what speaks for it. */
export interface Candidate {
  text: string;
  /** Its place among all sentences, from 0. */
  place: number;
  /** The paragraph it stands in, from 0. */
  paragraph: number;
  graphemes: number;
  /** How much it says, in ideographs: one says as much as three letters. */
  weight: number;
  terms: ReadonlySet<Term>;
  score: number;
  /** What speaks against it, taken off its score. */
  penalty: number;
  /** Too short, a question, a bare quotation or no whole sentence: it makes no summary by itself. */
  weak: boolean;
  /** Begins with a word that points back, so that it reads ill without the sentence before it. */
  dangling: boolean;
}

const MAX_SENTENCES = 100;
const MAX_PARAGRAPH = 40_000;
/** Letters and spaces that say as much as one ideograph. */
const LETTERS_AN_IDEOGRAPH = 3.2;
/** Chosen on one half of news with reference summaries (bench/README.md); every neighbour of them is nearly as good. */
const WEIGHTS = { title: 1.5, centre: 0.4, place: 0.4 };
const PENALTIES = {
  short: 1.5,
  question: 0.5,
  quote: 0.3,
  speech: 0.6,
  unfinished: 0.6,
  unfinishedLong: 0.15,
  repeat: 1,
  credit: 1,
  goingOn: 0.2,
};
/** From here on, a sentence makes no summary by itself. */
const WEAK = 0.3;
/** A line without a full stop that is shorter than this is a heading or a caption, in ideographs. */
const LONG_LINE = 30;
const PLACE_FADE = 8;
const SHORT_IDEOGRAPHIC = 18;
const SHORT_SPACED = 30;

const IDEOGRAPHIC_SAMPLE = 60;
const IDEOGRAPH = /[\u3041-\u30ff\u3400-\u9fff]/g;
const BARE_QUOTE = /^(?:["“「『«„][^"”」』»]*["”」』»][。.]?|(?:``|'')(?:(?!'').)*''[.]?|['‘][^'’]*[.!?]['’])$/;
/** A comment of somebody on a social network. */
const COMMENT = /^@[^\s:：]{1,30}[:：]/u;
/** Something said aside, such as a note to the reader. */
const ASIDE = /^[（(][^（）()]*[。.!！?？]?[）)][。.]?$/;
/** A line that only leads up to what comes next. */
const LEADING_UP = /[:：;；,，、]$/;
/** Who wrote, took or published it, or an address and nothing else: none of it is what the text is about. */
const CREDIT =
  /^(?:Source|Photos?|Image|Credit|Reporting|Editing|Writing)(?: by\b|:)|^By(?: \p{Lu}[\p{L}.’'-]*){2,4}$|^https?:\S+$/u;
/** Scripts whose sentences have no stop. */
const STOPLESS = /[\u0e01-\u0eff]/;
interface Found {
  text: string;
  paragraph: number;
  /** In a quotation that began before it, or that it begins and does not end. */
  speech: boolean;
}

function sentencesOf(paragraph: string): string[] {
  if (paragraph.length <= MAX_PARAGRAPH) return splitSentences(paragraph);
  const sentences = splitSentences(paragraph.slice(0, MAX_PARAGRAPH));
  return sentences.length > 1 ? sentences.slice(0, -1) : sentences;
}

/** A paragraph without the lines that say what a picture shows. */
function withoutPictures(whole: string): string {
  const lines = whole.split('\n');
  return lines.some(isCaptionLine) ? lines.filter((line) => !isCaptionLine(line)).join('\n') : whole;
}

/** Is about the text and no part of it. */
function isOutside(text: string): boolean {
  return isBoilerplateLine(text) || (CREDIT.test(text) && !endsWithStop(text));
}

function firstSentences(paragraphs: readonly string[]): Found[] {
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const [paragraph, whole] of paragraphs.entries()) {
    const sentences = isPublicationNote(whole) ? [] : sentencesOf(withoutDateline(withoutPictures(whole)));
    const inside = findInsideQuotation(sentences);
    for (const [at, text] of sentences.entries()) {
      if (found.length === MAX_SENTENCES) return found;
      const speech = inside.has(at) || startsUnclosedQuotation(text);
      if (!seen.has(text) && !isOutside(text)) found.push({ text, paragraph, speech });
      seen.add(text);
    }
  }
  return found;
}

/** How much speaks for a sentence by its place: 1 for the first, ever less for later ones. */
export function earliness(place: number): number {
  return Math.exp(-place / PLACE_FADE);
}

/** How far a sentence says what many say: the logarithm forgives a term that one sentence has alone. */
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
  const start = text.slice(0, IDEOGRAPHIC_SAMPLE);
  return (start.match(IDEOGRAPH)?.length ?? 0) > start.length / 3;
}

interface Sized extends Found {
  graphemes: number;
  weight: number;
}

function toSized(found: Found): Sized {
  const { text } = found;
  const graphemes = countGraphemes(text);
  return { ...found, graphemes, weight: isIdeographic(text) ? graphemes : graphemes / LETTERS_AN_IDEOGRAPH };
}

/** Without the marks around it: a title may stand in quotes or without a stop. */
function wordsOf(text: string): string {
  return text.replace(/^["'“”‘’«»„\s]{1,3}|["'“”‘’«»„.…\s]{1,3}$/gu, '');
}

function penaltyOf({ text, graphemes, weight, speech }: Sized, title: string): number {
  const short = graphemes < (weight === graphemes ? SHORT_IDEOGRAPHIC : SHORT_SPACED) ? PENALTIES.short : 0;
  const question = isQuestion(text) ? PENALTIES.question : 0;
  const isQuote = BARE_QUOTE.test(text) || COMMENT.test(text) || ASIDE.test(text) || hasUnbalancedQuotes(text);
  const quote = isQuote ? PENALTIES.quote : 0;
  const spoken = speech ? PENALTIES.speech : 0;
  const credit = CREDIT.test(text) || isChineseBoilerplateLine(text) ? PENALTIES.credit : 0;
  const goingOn = containsChineseAnaphor(text) ? PENALTIES.goingOn : 0;
  const repeat = wordsOf(text) === wordsOf(title) ? PENALTIES.repeat : 0;
  return short + question + quote + spoken + credit + goingOn + repeat + unfinished(text, weight);
}

function unfinished(text: string, weight: number): number {
  if (LEADING_UP.test(text)) return PENALTIES.unfinished;
  if (endsWithStop(text) || STOPLESS.test(text)) return 0;
  return weight < LONG_LINE ? PENALTIES.unfinished : PENALTIES.unfinishedLong;
}

/**
 * The first sentences of a text, each scored: those that share words with the title and with the whole text most, early
 * ones more than late ones; short ones, questions and bare quotations least.
 */
export function scoreSentences(paragraphs: readonly string[], title: string): Candidate[] {
  const found = firstSentences(paragraphs);
  const terms = found.map(({ text }) => new Set(termsOf(text)));
  const counts = countTerms(terms);
  const centralities = terms.map((own) => centralityOf(own, counts));
  const most = Math.max(...centralities, Number.EPSILON);
  const titleTerms = new Set(termsOf(title));
  return found.map((one, place) => {
    const own = terms[place] ?? new Set<Term>();
    const sized = toSized(one);
    const penalty = penaltyOf(sized, title);
    const score =
      WEIGHTS.title * overlapWith(titleTerms, own) +
      WEIGHTS.centre * ((centralities[place] ?? 0) / most) +
      WEIGHTS.place * earliness(place) -
      penalty;
    const dangling = startsWithAnaphor(one.text) || isUnattributedQuote(one.text);
    return { ...sized, place, terms: own, score, penalty, weak: penalty >= WEAK, dangling };
  });
}
