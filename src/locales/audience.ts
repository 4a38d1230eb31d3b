import type { Language } from './language.ts';
import { createTranslator } from './translator.ts';
import type { Translate } from './words.ts';

/** Whoever reads an answer: their language, their IANA time zone, and what speaks to them. */
export interface Reader {
  readonly language: Language;
  readonly zone: string;
  readonly t: Translate;
}

/** A reader of this language in this IANA zone. */
export function createReader(language: Language, zone: string): Reader {
  return { language, zone, t: createTranslator(language) };
}
