import { messages as english } from './en/messages.ts';
import type { Locale } from './locale.ts';
import { placeholdersOf } from './translate.ts';

const texts: Readonly<Record<string, string>> = english;

/** Lists the messages of a language that cannot be shown as they are, one line each for the operator. */
export function findBrokenMessages({ tag, messages }: Pick<Locale, 'tag' | 'messages'>): string[] {
  const translated: Readonly<Record<string, unknown>> = messages;
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const required = Object.keys(texts).flatMap((key) => {
    if (key.endsWith('_one')) return [];
    return key.endsWith('_other') ? pluralCategories.map((category) => key.replace(/other$/u, category)) : [key];
  });
  return required.flatMap((key) => {
    const text = translated[key];
    if (typeof text !== 'string') return [`${tag}: the message ${key} is missing.`];
    const source = texts[key] ?? texts[key.replace(/_[a-z]+$/u, '_other')] ?? '';
    const known = new Set(placeholdersOf(source));
    const unknown = placeholdersOf(text).filter((name) => !known.has(name));
    return unknown.map((name) => `${tag}: the message ${key} has the unknown placeholder {{${name}}}.`);
  });
}
