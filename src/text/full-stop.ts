import {
  LEADING_ABBREVIATIONS,
  MONTHS_AFTER_ORDINALS,
  NUMBER_ABBREVIATIONS,
  OPEN_ABBREVIATIONS,
  SENTENCE_OPENERS,
} from './abbreviations.ts';

const MAX_TOKEN = 24;
const TOKEN = /[\p{L}\p{M}\p{N}.§º-]/u;
const WORD = /[\p{L}\p{M}'’]{1,16}/uy;
const ACRONYM = /^(?:[\p{L}\p{M}]{1,2}\.)+[\p{L}\p{M}]{1,2}$/u;
const DIGITS = /^\p{Nd}+$/u;
const DIGIT = /\p{Nd}/u;
/** Scripts that abbreviate names to one letter with its vowel sign. */
const SHORT_INDIC = /^[\u0900-\u0dff]{1,2}$/;
/** Hindi verbs of one letter with its sign, which end most sentences that end in one. */
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
 * Whether the single full stop at `at` ends a sentence that began at `start`, given that a space follows and `next`, the
 * first letter or digit after it, is not lower case. Initials, abbreviations, acronyms, ordinals and list numbers do not.
 */
export function isFullStop(text: string, at: number, { start, next }: { start: number; next: number }): boolean {
  const earliest = Math.max(start, at - MAX_TOKEN);
  let from = at;
  while (from > earliest && isTokenUnit(text, from - 1)) from -= 1;
  const token = text.slice(from, at);
  if (token === '') return at > start;
  if (THAI_OR_LAO.test(token)) return false;
  const opens = SENTENCE_OPENERS.has(wordAt(text, next));
  if (DIGITS.test(token)) return !isOrdinal(text, token, { first: text.slice(start, from).trim() === '', next });
  if (HINDI_VERB.test(token)) return true;
  if (token.length === 1 || SHORT_INDIC.test(token)) return opens;
  const word = token.toLowerCase();
  if (LEADING_ABBREVIATIONS.has(word)) return false;
  if (NUMBER_ABBREVIATIONS.has(word)) return !DIGIT.test(text.charAt(next));
  if (OPEN_ABBREVIATIONS.has(word) || ACRONYM.test(token)) return opens;
  return true;
}

function isOrdinal(text: string, token: string, { first, next }: { first: boolean; next: number }): boolean {
  if (token.length > 3) return false;
  return first || MONTHS_AFTER_ORDINALS.has(wordAt(text, next));
}
