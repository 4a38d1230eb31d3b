import type { Lookup } from '../../chat/lookup.ts';
import { matchSections } from '../find/match-sections.ts';
import type { GivenArgs } from './assign-args.ts';

/** Nobody types more words for an article and one of its headings. */
const MAX_WORDS = 8;

/**
 * Divides words that name both an article and one of its headings, `night bus vote`: if the first words match one article, and
 * the others, which its title does not contain, one heading of it. Anything else stays as it is.
 */
export async function splitHeading(given: GivenArgs, lookup: Lookup): Promise<GivenArgs> {
  const words = given['article']?.trim().split(/\s+/u) ?? [];
  if (given['section'] !== undefined || words.length < 2 || words.length > MAX_WORDS) return given;
  for (let count = words.length - 1; count > 0; count -= 1) {
    const [article, section] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
    if (await isHeadingOf(article, words.slice(count), lookup)) return { ...given, article, section };
  }
  return given;
}

async function isHeadingOf(words: string, rest: readonly string[], lookup: Lookup): Promise<boolean> {
  const { library, fold } = lookup;
  const [only, ...others] = await library.find(words, 2);
  if (only === undefined || others.length > 0) return false;
  const title = fold(only.title);
  if (rest.some((word) => title.includes(fold(word)))) return false;
  const article = await library.article(only.id);
  return article !== undefined && matchSections(article, rest.join(' '), lookup).length === 1;
}
