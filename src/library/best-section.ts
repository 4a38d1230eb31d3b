import type { Section } from '../article/article.ts';
import { titleTokensOf, tokensOf } from '../text/terms/tokenize.ts';
import { sectionText } from './content.ts';
import type { QueryWord } from './store.ts';

const HEADING_WEIGHT = 3;
/** How much of an article is searched; for a match further on, the best section is the first. */
const MAX_UNITS = 200_000;

/** The first section that contains the most query words; undefined for an article without sections. */
export function bestSection(sections: readonly Section[], words: readonly QueryWord[]): Section | undefined {
  let best = sections[0];
  let bestScore = 0;
  let remaining = MAX_UNITS;
  for (const section of sections) {
    const text = sectionText(section, remaining);
    remaining -= text.length;
    const headingScore = countMatches(titleTokensOf(section.title ?? ''), words);
    const score = HEADING_WEIGHT * headingScore + countMatches(tokensOf(text), words);
    if (score > bestScore) [best, bestScore] = [section, score];
  }
  return best;
}

function countMatches(tokens: string, words: readonly QueryWord[]): number {
  return words.filter((word) => hasWord(tokens, word)).length;
}

/** Whether the search tokens of a text, as `tokensOf` returns them, contain a query word. */
export function hasWord(text: string, { tokens, prefix }: QueryWord): boolean {
  return ` ${text}${prefix ? '' : ' '}`.includes(` ${tokens.join(' ')}${prefix ? '' : ' '}`);
}
