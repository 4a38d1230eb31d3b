import { type Language, localeOf } from './languages.ts';
import type { Translate } from './messages.ts';
import { createTranslate } from './translate.ts';

const translators = new Map<Language, Translate>();

/** The translator of a language, created once. */
export function createTranslator(language: Language): Translate {
  const known = translators.get(language) ?? createTranslate(localeOf(language));
  translators.set(language, known);
  return known;
}
