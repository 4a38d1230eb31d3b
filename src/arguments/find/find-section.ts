import type { Article, Section } from '../../article/article.ts';
import { offerSections } from '../../chat/choice-buttons.ts';
import type { Lookup } from '../../chat/lookup.ts';
import { UsageError } from '../../chat/usage-error.ts';
import { isLast, parseNumber } from '../parse-number.ts';
import { matchSections } from './match-sections.ts';

interface SectionQuestion {
  article: Article;
  command: string;
}

/** Finds a section by its number or words of its heading. Throws a `UsageError` with buttons if none or several match. */
export function findSection(typed: string, lookup: Lookup, { article, command }: SectionQuestion): Section {
  const { audience } = lookup;
  const { t } = audience;
  const number = isLast(typed) ? article.sections.at(-1)?.number : parseNumber(typed);
  const found =
    number === undefined
      ? matchSections(article, typed, lookup)
      : article.sections.filter((section) => section.number === number || isOnlyOne(article, number));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const { title } = article;
  const offered = offerSections(article, found.length > 1 ? found : article.sections, { command, audience });
  if (found.length > 1) throw new UsageError(t('wrong.sections', { words: typed }), offered);
  if (number === undefined) throw new UsageError(t('wrong.sectionWords', { title, words: typed }), offered);
  throw new UsageError(t('wrong.section', { title, section: number }), offered);
}

/** Whether a number means the only section of an article, which people count as the first. */
function isOnlyOne({ sections }: Article, number: number): boolean {
  return number === 1 && sections.length === 1;
}

/** Returns the only section of an article. If there are several, throws a `UsageError` with the contents as buttons. */
export function askForSection({ audience }: Lookup, { article, command }: SectionQuestion): Section {
  const [only, ...others] = article.sections;
  if (only !== undefined && others.length === 0) return only;
  const offered = offerSections(article, article.sections, { command, audience });
  throw new UsageError(audience.t('ask.section', { title: article.title }), offered);
}
