import type { Language } from './languages.ts';
import type { Translate } from './messages.ts';
import { createTranslator } from './translator.ts';

/** The people who read a message: their language, their IANA time zone, and the translator of their language. */
export interface Audience {
  readonly language: Language;
  readonly zone: string;
  readonly t: Translate;
}

/** Creates an audience for a language and an IANA time zone. */
export function createAudience(language: Language, zone: string): Audience {
  return { language, zone, t: createTranslator(language) };
}
