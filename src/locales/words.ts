import type { en } from './en.ts';

type English = typeof en;

/** What a language without a singular form must have: every key of English but the singulars, and no other. */
export type Words = { readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: string };

type Base<Key> = Key extends `${infer Name}_one` | `${infer Name}_other` ? Name : Key;

/** What can be said. */
export type Key = Base<keyof English>;

/** Of those, what says what a command or an argument is; nothing must be filled in. */
export type SummaryKey = Extract<Key, `command.${string}` | `arg.${string}`>;

/** Of those, what may be typed for a command: an example a line. */
export type ExamplesKey = Extract<Key, `examples.${string}`>;

type Texts<K extends Key> = { [Name in keyof English]: Base<Name> extends K ? English[Name] : never }[keyof English];

type Blanks<Text> = Text extends `${string}{{${infer Blank}}}${infer Rest}` ? Blank | Blanks<Rest> : never;

/** What must be filled in to say it. */
export type Values<K extends Key> = {
  readonly [Blank in Blanks<Texts<K>>]: Blank extends 'count' ? number : string | number;
};

/** Says something: `t('list.total', { count: 7 })`. */
export type Translate = <K extends Key>(key: K, ...values: keyof Values<K> extends never ? [] : [Values<K>]) => string;
