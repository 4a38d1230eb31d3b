import type { Language } from './language.ts';
import { createTranslator } from './translator.ts';
import type { Translate } from './words.ts';

/** Whoever reads an answer: their language, their IANA time zone, and what speaks to them. */
export interface Audience {
  readonly language: Language;
  readonly zone: string;
  readonly t: Translate;
}

/** A reader of this language in this IANA zone. */
export function createAudience(language: Language, zone: string): Audience {
  return { language, zone, t: createTranslator(language) };
}
