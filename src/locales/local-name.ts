import { messages } from './en/messages.ts';
import type { Language } from './languages.ts';
import type { MessageKey } from './messages.ts';
import { createTranslator } from './translator.ts';

/** What has a localized name: a command, an argument, a choice of an argument, a time zone, or a region of them. */
type Named = 'command' | 'arg' | 'choice' | 'zone' | 'region';

type NameKey = Extract<MessageKey, `name.${Named}.${string}`>;

/** The name of something in a language, in lower case and without spaces; undefined if it has no name there. */
export function localName(kind: Named, name: string, language: Language): string | undefined {
  const key = `name.${kind}.${name}`;
  return isNameKey(key) ? createTranslator(language)(key) : undefined;
}

function isNameKey(key: string): key is NameKey {
  return key in messages;
}
