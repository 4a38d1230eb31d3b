import { startsWithChineseAnaphor } from './chinese.ts';
import { ANAPHORIC_PHRASES, INDEPENDENT_PHRASES } from './phrases.ts';
import { ANAPHORIC_WORDS } from './words.ts';

const OPENERS = /^["'“‘「『«„(（`¡]{0,2} ?/u;
/** A lower-case letter does not start a sentence; Chinese and Japanese words have no spaces between them. */
const FIRST_WORD = /^(?![\p{Ll}\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{M}\u200c]+(?:-[\p{L}\p{M}]+)*/u;

/** Whether a text starts with an anaphor ("However", "他"), so that it cannot be understood without its antecedent. */
export function startsWithAnaphor(text: string): boolean {
  return startsWithChineseAnaphor(text) || startsWithSpacedAnaphor(text);
}

function startsWithSpacedAnaphor(text: string): boolean {
  const start = text.slice(0, 120).replace(OPENERS, '');
  const word = FIRST_WORD.exec(start)?.[0] ?? '';
  if (word === '') return false;
  const isAnaphoricWord = ANAPHORIC_WORDS.has(uncapitalise(word)) && start.charAt(word.length) !== '.';
  return (isAnaphoricWord || ANAPHORIC_PHRASES.test(start)) && !INDEPENDENT_PHRASES.test(start);
}

/** Lower-cases the first letter only: "IT" and "US" are no pronouns. */
function uncapitalise(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
