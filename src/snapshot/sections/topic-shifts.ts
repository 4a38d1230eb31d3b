import { startsWithAnaphor } from '../../text/anaphora/anaphora.ts';
import { containsChineseAnaphor } from '../../text/anaphora/chinese.ts';
import { type IndexedTerms, indexTerms } from '../../text/terms/term-index.ts';
import { termsOf } from '../../text/terms/terms.ts';
import { createSimilarity } from './cosine-similarity.ts';
import { ENDS_LIKE_TEXT } from './plain-headings.ts';

/** A block of text that may start a part. */
export interface Passage {
  text: string;
  /** A list, a table, a quote or code, which belongs to the paragraph before it. */
  isContinuation: boolean;
}

/** Only the start of a passage is compared. */
const MAX_PASSAGE_UNITS = 400;
/** Later passages are not compared, so that parts depend on length only. */
const MAX_PASSAGES = 2000;
/** The passages on each side of a boundary that are compared for similarity. */
const SIMILARITY_WINDOW = 2;
/** The passages after a boundary that are searched for new terms. */
const NOVELTY_WINDOW = 3;
/** Tuned on one half of articles without their headings (bench/README.md); nearby values are nearly as good. */
const WEIGHTS = {
  bias: 0.2,
  similarity: 12,
  novelty: 0.16,
  length: 0.1,
  anaphor: 0.8,
  continuation: 40,
  introduced: 40,
  question: 3,
  answer: 1.5,
};
/** The length of a typical passage, and a smoothing term for short ones, in UTF-16 units. */
const TYPICAL_UNITS = 80;
const ADDED_UNITS = 5;

/**
 * Scores how well each passage could start a part (text segmentation): the vocabulary changes, new terms recur later, and
 * the passage does not depend on the one before. Linear in the text.
 */
export function scoreTopicShifts(passages: readonly Passage[]): number[] {
  const compared = passages.slice(0, MAX_PASSAGES).map(({ text }) => termsOf(text.slice(0, MAX_PASSAGE_UNITS)));
  const terms = indexTerms(compared);
  const { frequencies, novelty } = countNovelTerms(terms);
  const similarityAt = createSimilarity(terms, frequencies, SIMILARITY_WINDOW);
  const speakers = findSpeakers(passages);
  return passages.map(({ text, isContinuation }, at) => {
    if (at >= MAX_PASSAGES) return 0;
    const lengthScore = Math.log((Math.min(text.length, MAX_PASSAGE_UNITS) + ADDED_UNITS) / TYPICAL_UNITS);
    return (
      WEIGHTS.bias +
      WEIGHTS.novelty * (novelty[at] ?? 0) +
      WEIGHTS.length * lengthScore -
      WEIGHTS.similarity * similarityAt(at) -
      (dependsOnContext(text) ? WEIGHTS.anaphor : 0) -
      (isContinuation || continues(text, passages[at - 1]?.text ?? '', speakers) ? WEIGHTS.continuation : 0) -
      (endsWithColon(passages[at - 1]?.text) || isTitleLine(passages, at - 1) ? WEIGHTS.introduced : 0) -
      (endsWithQuestion(passages[at - 1]?.text) ? WEIGHTS.question : 0) -
      (speakers.size > 1 && !speakers.has(labelOf(text)) ? WEIGHTS.answer : 0)
    );
  });
}

/** Whether a passage contains an anaphor or starts with a quotation. */
function dependsOnContext(text: string): boolean {
  return startsWithAnaphor(text) || containsChineseAnaphor(text) || FIRST_OR_QUOTED.test(text);
}

/** The first of several points belongs to the sentence that announces them. */
const FIRST_OR_QUOTED =
  /^(?:["“「『«„]|首先|第一[，,、是个個点點]|其一|一是|一方面|firstly\b|first of all\b|to begin with\b)/iu;

const MAX_TITLE_UNITS = { ideographic: 40, spaced: 100 };
const RULED = /^(?:[—–\-=*·]{2,}|【)/u;

/** Whether a passage is a short line without a stop above longer text, or one that a dash or a bracket opens: what follows belongs to it. */
function isTitleLine(passages: readonly Passage[], at: number): boolean {
  const [line, next] = [passages[at], passages[at + 1]];
  if (line === undefined || next === undefined || line.isContinuation || line.text.length > MAX_TITLE_UNITS.spaced)
    return false;
  const text = line.text.trim();
  const max = /\p{Script=Han}/u.test(text) ? MAX_TITLE_UNITS.ideographic : MAX_TITLE_UNITS.spaced;
  if (text.length > max || text === '' || ENDS_LIKE_TEXT.test(text)) return false;
  return RULED.test(text) || next.text.length >= 2 * text.length;
}

const OPEN_QUOTATION = /[“「『][^”」』]*$/u;
/** "— Ann Lee (@annlee) May 3": who wrote an embedded post. */
const ATTRIBUTION = /^[—–-]{1,2}\s?\p{L}.{0,60}[(（]@\w+[)）]|^pic\.|^@\w+\s/u;
/** The answer of an interview, by its usual labels. */
const ANSWER = /^(?:答|A)\s?[：:]/u;
/** A line of a glossary: a term, a colon and what it means. */
const TERM = /^[^\s：:。，,]{1,16}(?:[（(][^）)]{1,30}[）)])?\s?[：:]\s?\S/u;

/** Whether a passage continues the quotation, the glossary or the embedded post before it. */
function continues(text: string, before: string, speakers: ReadonlySet<string>): boolean {
  if (OPEN_QUOTATION.test(before.slice(-MAX_PASSAGE_UNITS)) && /^[“「『]/u.test(text)) return true;
  const [start, startBefore] = [text.slice(0, 80), before.slice(0, 80)];
  if (speakers.size > 1 && ANSWER.test(start)) return true;
  return ATTRIBUTION.test(start) || (TERM.test(start) && TERM.test(startBefore) && !speakers.has(labelOf(start)));
}

/** A label that opens so many passages is the name of who speaks. */
const MIN_TURNS = 3;
const LABEL = /^([^\s：:。，,“”「」]{1,16}(?:\s[^\s：:。，,“”「」]{1,16})?)\s?[：:]/u;

/** The label before the colon at the start of a passage; '' if there is none. */
function labelOf(text: string): string {
  return LABEL.exec(text.slice(0, 40))?.[1] ?? '';
}

/** The names before what people say in an interview; empty for any other text. */
function findSpeakers(passages: readonly Passage[]): ReadonlySet<string> {
  const turns = new Map<string, number>();
  for (const { text } of passages) {
    const label = labelOf(text);
    if (label !== '') turns.set(label, (turns.get(label) ?? 0) + 1);
  }
  return new Set([...turns].flatMap(([label, count]) => (count >= MIN_TURNS ? [label] : [])));
}

/** A question leads to the passage that answers it. */
function endsWithQuestion(text: string | undefined): boolean {
  return /[?？][”"」』]?\s*$/u.test(text?.slice(-4) ?? '');
}

/** A passage that ends in a colon introduces the next one. */
function endsWithColon(text: string | undefined): boolean {
  return /[:：]\s*$/.test(text?.slice(-4) ?? '');
}

/**
 * Counts in how many passages each term occurs, and, for each passage and its successors, how many terms occur for the first
 * time and again later, relative to all terms.
 */
function countNovelTerms({ texts, size }: IndexedTerms): { frequencies: Int32Array; novelty: number[] } {
  const frequencies = new Int32Array(size);
  const first = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  const sizes = new Int32Array(texts.length);
  for (const [at, terms] of texts.entries()) {
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index] ?? 0;
      if (last[term] === at) continue;
      if (last[term] === -1) first[term] = at;
      last[term] = at;
      frequencies[term] = (frequencies[term] ?? 0) + 1;
      sizes[at] = (sizes[at] ?? 0) + 1;
    }
  }
  const novel = new Int32Array(texts.length);
  for (let term = 0; term < size; term += 1) {
    const at = first[term] ?? 0;
    if ((frequencies[term] ?? 0) > 1) novel[at] = (novel[at] ?? 0) + 1;
  }
  const novelty = texts.map((_, at) => sumAfter(novel, at) / Math.sqrt(sumAfter(sizes, at) + 1));
  return { frequencies, novelty };
}

/** The sum of the values of a passage and its successors. */
function sumAfter(values: Int32Array, at: number): number {
  let sum = 0;
  for (let after = at; after < at + NOVELTY_WINDOW; after += 1) sum += values[after] ?? 0;
  return sum;
}
