import { messages as english } from './en/messages.ts';
import type { Locale } from './locale.ts';
import type { Translate } from './messages.ts';

type Texts = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{\{(\w+)\}\}/gu;
/** The placeholders of amounts, which are written as the language writes large ones: `12,345`. Other numbers are names. */
const AMOUNTS: ReadonlySet<string> = new Set(['count', 'total', 'page', 'pages', 'used', 'most', 'done']);
const ENGLISH_PLURALS = new Intl.PluralRules('en');

/**
 * Creates the translate function of a language. Values are inserted unchanged: placeholders in them stay. A message that is
 * missing, or has a placeholder without a value, is in English; if English lacks it too, it is its key.
 */
export function createTranslate({ tag, messages }: Pick<Locale, 'tag' | 'messages'>): Translate {
  const plurals = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  return (key, ...[values]) => {
    const known: Values = values ?? {};
    return (
      translate(messages, { key, known, plurals, numbers }) ??
      translate(english, { key, known, plurals: ENGLISH_PLURALS, numbers }) ??
      key
    );
  };
}

interface Translation {
  key: string;
  known: Values;
  plurals: Intl.PluralRules;
  numbers: Intl.NumberFormat;
}

function translate(texts: Texts, { key, known, plurals, numbers }: Translation): string | undefined {
  // A newer Unicode version may add a category that the messages lack.
  const text = texts[key] ?? texts[`${key}_${plurals.select(Number(known['count']))}`] ?? texts[`${key}_other`];
  if (typeof text !== 'string' || placeholdersOf(text).some((name) => !Object.hasOwn(known, name))) return undefined;
  return text.replaceAll(PLACEHOLDER, (_, name: string) => {
    const value = known[name];
    return typeof value === 'number' && AMOUNTS.has(name) ? numbers.format(value) : String(value);
  });
}

/** The names of the placeholders in a text. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => String(name));
}
