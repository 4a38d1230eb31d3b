import { splitSentences } from './sentences.ts';
import { type Term, termsOf } from './terms.ts';
import { countGraphemes } from './text.ts';

/** A sentence that a summary may take, with what speaks for it. */
export interface Candidate {
  text: string;
  /** Its place among all sentences, from 0. */
  place: number;
  graphemes: number;
  ideographic: boolean;
  terms: ReadonlySet<Term>;
  score: number;
  /** Begins with a word that points back, so that it reads ill without the sentence before it. */
  dangling: boolean;
}

const MAX_SENTENCES = 100;
const MAX_PARAGRAPH = 40_000;
/** Found by trying over news with reference summaries in Chinese, English and some thirty other languages. */
const WEIGHTS = {
  place: 1,
  opening: 0.1,
  centrality: 0.2,
  title: 1,
  short: 1.5,
  question: 0.5,
  quote: 0.3,
  unfinished: 0.6,
  repeat: 1,
};
const PLACE_FADE = 4;
const SHORT_IDEOGRAPHIC = 18;
const SHORT_SPACED = 30;

const IDEOGRAPHIC_SAMPLE = 60;
const IDEOGRAPH = /[\u3041-\u30ff\u3400-\u9fff]/g;
const QUESTION = /[?？؟]["'”’」』)）]*$/;
const BARE_QUOTE = /^["“「『«„][^"”」』»]*["”」』»][。.]?$/;
const FINISHED = /[.!?…。！？｡؟۔।॥။።៕]['"”’»)\]）」』]*$/;
/** Scripts whose sentences have no stop. */
const STOPLESS = /[\u0e01-\u0eff]/;
const DANGLING =
  /^["“「『(（]?(?:(?:但是?|然而|不过|不過|因此|所以|此外|另外|同时|同時|而且|并且|並且|其中|对此|對此|他们|他們|她们|她們|他|她|它|这|這|此|该|該|しかし|また|そして|一方|これ|それ|彼)|(?:However|But|And|So|He|She|They|It|This|That|These|Those|His|Her|Their|Its|Such|Also|Then|Meanwhile|Therefore|Pero|Mais|Aber|Но)\b)/u;

interface Found {
  text: string;
  opening: boolean;
}

function sentencesOf(paragraph: string): string[] {
  if (paragraph.length <= MAX_PARAGRAPH) return splitSentences(paragraph);
  const sentences = splitSentences(paragraph.slice(0, MAX_PARAGRAPH));
  return sentences.length > 1 ? sentences.slice(0, -1) : sentences;
}

function firstSentences(paragraphs: readonly string[]): Found[] {
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const paragraph of paragraphs) {
    const sentences = sentencesOf(paragraph);
    for (const [at, text] of sentences.entries()) {
      if (found.length === MAX_SENTENCES) return found;
      if (!seen.has(text)) found.push({ text, opening: at === 0 });
      seen.add(text);
    }
  }
  return found;
}

function countSentences(sentences: readonly ReadonlySet<Term>[]): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const terms of sentences) {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** How far a sentence says what many say: the logarithm forgives a term that one sentence has alone. */
function centralityOf(terms: ReadonlySet<Term>, counts: ReadonlyMap<Term, number>): number {
  return sum([...terms].map((term) => Math.log(counts.get(term) ?? 1))) / Math.sqrt(terms.size + 3);
}

function overlapWith(title: ReadonlySet<Term>, terms: ReadonlySet<Term>): number {
  const shared = [...terms].filter((term) => title.has(term)).length;
  return shared === 0 ? 0 : shared / Math.sqrt(title.size * (terms.size + 3));
}

function isIdeographic(text: string): boolean {
  const start = text.slice(0, IDEOGRAPHIC_SAMPLE);
  return (start.match(IDEOGRAPH)?.length ?? 0) > start.length / 3;
}

/** Whether a quotation only begins or ends in the sentence, so that who speaks stands elsewhere. */
function isHalfQuoted(text: string): boolean {
  if (text.includes('„')) return false;
  return text.split('“').length !== text.split('”').length || text.split('「').length !== text.split('」').length;
}

function penaltyOf(candidate: Pick<Candidate, 'text' | 'graphemes' | 'ideographic'>, title: string): number {
  const { text, graphemes, ideographic } = candidate;
  const short = graphemes < (ideographic ? SHORT_IDEOGRAPHIC : SHORT_SPACED) ? WEIGHTS.short : 0;
  const question = QUESTION.test(text) ? WEIGHTS.question : 0;
  const quote = BARE_QUOTE.test(text) || isHalfQuoted(text) ? WEIGHTS.quote : 0;
  const unfinished = FINISHED.test(text) || STOPLESS.test(text) ? 0 : WEIGHTS.unfinished;
  return short + question + quote + unfinished + (text === title ? WEIGHTS.repeat : 0);
}

/**
 * The first sentences of a text, each scored: early ones most, then those that share words with the title and with the
 * rest; short ones, questions and bare quotations least.
 */
export function scoreSentences(paragraphs: readonly string[], title: string): Candidate[] {
  const found = firstSentences(paragraphs);
  const terms = found.map(({ text }) => new Set(termsOf(text)));
  const counts = countSentences(terms);
  const centralities = terms.map((own) => centralityOf(own, counts));
  const most = Math.max(...centralities, Number.EPSILON);
  const titleTerms = new Set(termsOf(title));
  return found.map(({ text, opening }, place) => {
    const own = terms[place] ?? new Set<Term>();
    const candidate = { text, place, terms: own, graphemes: countGraphemes(text), ideographic: isIdeographic(text) };
    const score =
      WEIGHTS.place * Math.exp(-place / PLACE_FADE) +
      (opening ? WEIGHTS.opening : 0) +
      WEIGHTS.centrality * ((centralities[place] ?? 0) / most) +
      WEIGHTS.title * overlapWith(titleTerms, own) -
      penaltyOf(candidate, title);
    return { ...candidate, score, dangling: DANGLING.test(text) };
  });
}
