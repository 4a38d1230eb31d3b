import type { Section } from '../article/article.ts';
import { titleWordsOf, wordsOf } from '../text/tokenize.ts';
import { sectionText } from './content.ts';
import type { QueryWord } from './store.ts';

/** A heading that holds a word says more than a text that does. */
const HEADING_WEIGHT = 3;
/** How much of an article is looked through; a match further on is shown as the start of the article. */
const MAX_CHARS = 200_000;

/** The section with the most of the words, the first of them where several have as many; undefined where there is none. */
export function bestSection(sections: readonly Section[], words: readonly QueryWord[]): Section | undefined {
  let best = sections[0];
  let bestScore = 0;
  let left = MAX_CHARS;
  for (const section of sections) {
    const text = sectionText(section).slice(0, left);
    left -= text.length;
    const score =
      HEADING_WEIGHT * countWords(titleWordsOf(section.title ?? ''), words) + countWords(wordsOf(text), words);
    if (score > bestScore) [best, bestScore] = [section, score];
  }
  return best;
}

function countWords(text: string, words: readonly QueryWord[]): number {
  return words.filter((word) => hasWord(text, word)).length;
}

/** Whether a text, as `wordsOf` gives it, holds a word of a query. */
export function hasWord(text: string, { tokens, prefix }: QueryWord): boolean {
  return ` ${text}${prefix ? '' : ' '}`.includes(` ${tokens.join(' ')}${prefix ? '' : ' '}`);
}
