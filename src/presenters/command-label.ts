import type { Language } from '../locales/languages.ts';
import { localName } from '../locales/local-name.ts';

/** A command as people type it in a language. */
export function commandLabel(name: string, language: Language): string {
  return `/${localName('command', name, language) ?? name}`;
}
