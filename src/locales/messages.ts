import type { messages } from './en/messages.ts';

type English = typeof messages;

/** A category of `Intl.PluralRules`. */
export type PluralCategory = Intl.LDMLPluralRule;

/**
 * The type of English messages translated into a language with these plural categories. A message with a count
 * has one key for each category, such as `list.total_one` and `list.total_other`.
 */
export type Translation<Source, Category extends PluralCategory> = {
  readonly [Key in keyof Source as TranslatedKey<Key, Category>]: string;
};

type TranslatedKey<Key, Category extends PluralCategory> = Key extends `${infer Name}_other`
  ? `${Name}_${Category}`
  : Key extends `${string}_one`
    ? never
    : Key;

/** All messages of a language with these plural categories. */
export type Messages<Category extends PluralCategory> = Translation<English, Category>;

type Name<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;

/** The key of a message, without its plural category. */
export type MessageKey = Name<keyof English>;

/** The key of a message that describes a command or an argument. It has no placeholders. */
export type SummaryKey = Extract<MessageKey, `command.${string}` | `arg.${string}`>;

/** The key of a message that shows how to use a command, one example a line. */
export type ExamplesKey = Extract<MessageKey, `examples.${string}`>;

type Texts<K extends MessageKey> = {
  [Key in keyof English]: Name<Key> extends K ? English[Key] : never;
}[keyof English];

type Placeholders<Text> = Text extends `${string}{{${infer Placeholder}}}${infer Rest}`
  ? Placeholder | Placeholders<Rest>
  : never;

/** The values for the placeholders of a message. */
export type Values<K extends MessageKey> = {
  readonly [Placeholder in Placeholders<Texts<K>>]: Placeholder extends 'count' ? number : string | number;
};

/** Translates a message: `t('list.total', { count: 7 })`. */
export type Translate = <K extends MessageKey>(
  key: K,
  ...values: keyof Values<K> extends never ? [] : [Values<K>]
) => string;
