import {
  LEADING_ABBREVIATIONS,
  MONTHS_AFTER_ORDINALS,
  NUMBER_ABBREVIATIONS,
  OPEN_ABBREVIATIONS,
  SENTENCE_OPENERS,
} from './abbreviations.ts';

const MAX_TOKEN_UNITS = 24;
const TOKEN = /[\p{L}\p{M}\p{N}.§º-]/u;
const WORD = /[\p{L}\p{M}'’]{1,16}/uy;
const ACRONYM = /^(?:[\p{L}\p{M}]{1,2}\.)+[\p{L}\p{M}]{1,2}$/u;
const DIGITS = /^\p{Nd}+$/u;
const DIGIT = /\p{Nd}/u;
/** Scripts that abbreviate names to one letter with its vowel sign. */
const SHORT_INDIC = /^[\u0900-\u0dff]{1,2}$/;
/** Hindi verbs of one letter with its vowel sign; they usually end a sentence. */
const HINDI_VERB = /^(?:है|था|थी|थे|हो|गए|गई|दी|ली)$/;
const THAI_OR_LAO = /[\u0e00-\u0eff]$/;

function isTokenUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x61 && code <= 0x7a) return true;
  return code > 0x20 && TOKEN.test(text.charAt(at));
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0].toLowerCase() ?? '';
}

/**
 * Whether the full stop at `at` ends the sentence that began at `start`. A space must follow, and `next`, the offset of the
 * next letter or digit, must not be lower case. The stop of an initial, abbreviation, acronym, ordinal or list number
 * does not end a sentence.
 */
export function isFullStop(text: string, at: number, { start, next }: { start: number; next: number }): boolean {
  const earliest = Math.max(start, at - MAX_TOKEN_UNITS);
  let from = at;
  while (from > earliest && isTokenUnit(text, from - 1)) from -= 1;
  const token = text.slice(from, at);
  if (token === '') return at > start;
  if (THAI_OR_LAO.test(token)) return false;
  const nextStartsSentence = SENTENCE_OPENERS.has(wordAt(text, next));
  if (DIGITS.test(token)) return !isOrdinal(text, token, { isFirst: text.slice(start, from).trim() === '', next });
  if (HINDI_VERB.test(token)) return true;
  if (token.length === 1 || SHORT_INDIC.test(token)) return nextStartsSentence;
  const word = token.toLowerCase();
  if (LEADING_ABBREVIATIONS.has(word)) return false;
  if (NUMBER_ABBREVIATIONS.has(word)) return !DIGIT.test(text.charAt(next));
  if (OPEN_ABBREVIATIONS.has(word) || ACRONYM.test(token)) return nextStartsSentence;
  return true;
}

function isOrdinal(text: string, token: string, { isFirst, next }: { isFirst: boolean; next: number }): boolean {
  if (token.length > 3) return false;
  return isFirst || MONTHS_AFTER_ORDINALS.has(wordAt(text, next));
}
