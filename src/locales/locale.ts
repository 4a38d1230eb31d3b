import type { Messages, PluralCategory } from './messages.ts';

/** How a language writes dates. */
interface DateConventions {
  /** The BCP 47 tag for `Intl.DateTimeFormat`. */
  readonly tag: string;
  readonly month: 'short' | 'long';
  readonly weekdayFirst: boolean;
}

/** A language of the bot. Its messages have one text for each of its plural categories. */
export interface Locale<Category extends PluralCategory = never, Tag extends string = string> {
  /** The BCP 47 tag of the language, as settings and subscriptions store it. */
  readonly tag: Tag;
  /** The name of the language in the language itself. */
  readonly name: string;
  readonly englishName: string;
  /** Matches the name of the language as people type it, in any language. */
  readonly typedName: RegExp;
  /** Whether someone with this locale reads the language. */
  readonly matches: (locale: Intl.Locale) => boolean;
  readonly dates: DateConventions;
  readonly messages: Messages<Category>;
}
