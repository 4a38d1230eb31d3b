import type { Locale } from './locale.ts';

/** The languages that a bot speaks, and how it finds one. */
export interface LocaleRegistry<Tag extends string> {
  /** The tags of the languages, in the order in which people see them. */
  readonly languages: readonly Tag[];
  /** The language for people whose own language is not in the registry. */
  readonly fallback: Tag;
  localeOf(language: Tag): Locale<never, Tag>;
  /** Finds the language for a BCP 47 tag. Never throws. */
  match(tag: string | null | undefined): Tag | undefined;
  /** Like `match`, but returns the fallback where nothing matches. */
  choose(tag: string | null | undefined): Tag;
  /** Parses the name of a language, typed in any language. */
  parse(typed: string): Tag | undefined;
  /** The languages as values of a setting, with the names that people see. */
  readonly choices: readonly { readonly value: Tag; readonly label: string }[];
}

/** Creates a registry of locales. The first one is the fallback. */
export function createRegistry<Tag extends string>(
  first: Locale<never, Tag>,
  ...others: readonly Locale<never, Tag>[]
): LocaleRegistry<Tag> {
  const locales = [first, ...others];
  const match = (tag: string | null | undefined) => {
    const locale = parseTag(tag);
    return locale && locales.find(({ matches }) => matches(locale))?.tag;
  };
  return {
    languages: locales.map(({ tag }) => tag),
    fallback: first.tag,
    localeOf: (language) => locales.find(({ tag }) => tag === language) ?? first,
    match,
    choose: (tag) => match(tag) ?? first.tag,
    parse: (typed) => {
      const name = typed.normalize('NFKC').trim().replaceAll('_', '-');
      return locales.find(({ typedName }) => typedName.test(name))?.tag;
    },
    choices: locales.map(({ tag, name }) => ({ value: tag, label: name })),
  };
}

/** Parses a tag as browsers and POSIX environments write it, `zh_TW.UTF-8` too. */
function parseTag(tag: string | null | undefined): Intl.Locale | undefined {
  const plain = (tag ?? '')
    .trim()
    .replace(/[.@].*$/u, '')
    .replaceAll('_', '-');
  try {
    return new Intl.Locale(plain);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
