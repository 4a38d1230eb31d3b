import { articleNamed, type Lookup } from '../../chat/lookup.ts';
import type { Suggestion, Typing } from '../../chat/platform.ts';
import type { ArticleEntry } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import { createTranslator } from '../../locales/translator.ts';
import { shorten } from '../../text/shorten.ts';
import { sectionLabel } from '../../view/label.ts';
import { matchSections } from '../find/match-sections.ts';
import { parseNumber } from '../parse-number.ts';

/** The part of the library that suggestions need. */
export type SuggestSource = Pick<Library, 'article' | 'articleAt' | 'newest' | 'find'>;

/** Suggests values while somebody types. */
export interface Suggest {
  articles(typed: string, limit: number): Promise<readonly Suggestion[]>;
  sections(typing: Pick<Typing, 'typed' | 'given' | 'language' | 'limit'>): Promise<readonly Suggestion[]>;
}

const LABEL_COLUMNS = 90;

/** Suggests articles by id, address, or words of title and text, and the sections of the article given. */
export function createSuggest(library: SuggestSource, fold: Lookup['fold']): Suggest {
  const articles = async (typed: string, limit: number): Promise<readonly Suggestion[]> => {
    const words = typed.trim();
    if (words === '') return (await library.newest({ offset: 0, limit })).entries.map(toSuggestion);
    const named = await articleNamed(words, library);
    if (named !== undefined) return [toSuggestion(named)];
    return (await library.find(words, limit)).map(toSuggestion);
  };
  return {
    articles,
    async sections({ typed, given, language, limit }) {
      const words = given['article']?.trim() ?? '';
      // A number refers to a list, which is not known here. As a search word it would find any article.
      const id =
        words === '' || parseNumber(words) !== undefined ? undefined : (await articles(words, limit))[0]?.value;
      const article = id === undefined ? undefined : await library.article(id);
      if (article === undefined) return [];
      const audience = { language, zone: 'UTC', t: createTranslator(language) };
      const numbered = article.sections.filter(({ number }) => String(number).startsWith(typed.trim()));
      const fitting = numbered.length > 0 ? numbered : matchSections(article, typed, { audience, fold });
      return fitting.slice(0, limit).map((section) => ({
        value: String(section.number),
        label: shorten(`${section.number} ${sectionLabel(section, audience)}`, LABEL_COLUMNS),
      }));
    },
  };
}

function toSuggestion({ id, title, source }: Pick<ArticleEntry, 'id' | 'title' | 'source'>): Suggestion {
  return { value: id, label: `${shorten(title, LABEL_COLUMNS - source.length - 3)} · ${source}` };
}
