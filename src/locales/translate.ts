import type { Locale } from './locale.ts';
import type { Translate } from './messages.ts';

/** Creates the translate function of a language. Values are inserted unchanged: placeholders in them stay. */
export function createTranslate({ tag, messages }: Pick<Locale, 'tag' | 'messages'>): Translate {
  const texts: Readonly<Record<string, string>> = messages;
  const plurals = new Intl.PluralRules(tag);
  return (key, ...[values]) => {
    const known: Readonly<Record<string, string | number>> = values ?? {};
    // A newer Unicode version may add a category that the messages lack.
    const text =
      texts[key] ?? texts[`${key}_${plurals.select(Number(known['count']))}`] ?? texts[`${key}_other`] ?? key;
    return text.replaceAll(/\{\{(\w+)\}\}/gu, (placeholder, name: string) => String(known[name] ?? placeholder));
  };
}
