import { ANAPHORIC_PHRASES, INDEPENDENT_PHRASES } from './anaphora-phrases.ts';
import { ANAPHORIC_WORDS } from './anaphora-words.ts';

const OPENERS = /^["'“‘「『«„(（`¡]{0,2} ?/u;
/** A small letter goes on with a sentence, and opens none; Chinese and Japanese words are not parted. */
const FIRST_WORD = /^(?![\p{Ll}\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{M}\u200c]+(?:-[\p{L}\p{M}]+)*/u;

/** With a small first letter, and that only: "IT" and "US" are no pronouns. */
function uncapitalise(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

/** Whether a text in a script with spaces begins with what leans on the words before it, in any of the big languages. */
export function startsWithSpacedAnaphor(text: string): boolean {
  const start = text.slice(0, 120).replace(OPENERS, '');
  const word = FIRST_WORD.exec(start)?.[0] ?? '';
  if (word === '') return false;
  const leans = ANAPHORIC_WORDS.has(uncapitalise(word)) && start.charAt(word.length) !== '.';
  return (leans || ANAPHORIC_PHRASES.test(start)) && !INDEPENDENT_PHRASES.test(start);
}
