import { en } from './en.ts';
import type { Language } from './language.ts';
import { createTranslator } from './translator.ts';
import type { Key } from './words.ts';

/** What has a name that people see: a command, one of its arguments, or one of an argument's choices. */
type Named = 'command' | 'arg' | 'choice';

type NameKey = Extract<Key, `name.${Named}.${string}`>;

/** What something is called in a language: lower case and without spaces; undefined where it has no name there. */
export function localName(kind: Named, name: string, language: Language): string | undefined {
  const key = `name.${kind}.${name}`;
  return isNameKey(key) ? createTranslator(language)(key) : undefined;
}

function isNameKey(key: string): key is NameKey {
  return key in en;
}
