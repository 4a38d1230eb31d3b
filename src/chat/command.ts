import type { Article, Section } from '../article/article.ts';
import type { Audience } from '../locales/audience.ts';
import type { ExamplesKey, SummaryKey } from '../locales/messages.ts';
import type { View } from '../view/view.ts';
import type { Suggestion, Typing } from './platform.ts';
import type { CommandRequest } from './request.ts';

interface ArgBase {
  /** What it is, as the key of a text. */
  summary: SummaryKey;
  optional?: true;
  /** Given by name only, by a platform that has named options or pages: among typed words it could not be told. */
  named?: true;
  /** Typed by buttons: not published. */
  hidden?: true;
}

/** An argument of a command. A `section` is one of the command's `article` argument, whose name is `article`. */
export type Arg =
  | (ArgBase & {
      kind: 'text';
      choices?: readonly string[];
      /** Other words for the choices, in any language. */
      synonyms?: Readonly<Record<string, string>>;
      /** Whether words, one or up to six in a row, could only be meant for this argument. */
      accepts?(words: string): boolean | Promise<boolean>;
      /** Whether such words are rather one of those that commas join them to: a city among topics, `台湾、香港`. */
      mayBeListed?(words: string): boolean;
      /** Takes all such words; those of the last one that is open keep their quotes. */
      many?: true;
      suggest?(typing: Typing): Promise<readonly Suggestion[]>;
    })
  | (ArgBase & { kind: 'integer'; min?: number })
  | (ArgBase & { kind: 'article' })
  | (ArgBase & { kind: 'section' });

/** A command's arguments by name, in the order in which they are typed. */
export type Args = Readonly<Record<string, Arg>>;

type Value<A extends Arg> = A extends { kind: 'integer' }
  ? number
  : A extends { kind: 'article' }
    ? Article
    : A extends { kind: 'section' }
      ? Section
      : A extends { choices: readonly (infer Choice)[] }
        ? Choice
        : string;

/** What `run` receives for these arguments. */
export type ValuesOf<A extends Args> = {
  readonly [Name in keyof A]: A[Name] extends { optional: true } ? Value<A[Name]> | undefined : Value<A[Name]>;
};

/** Values as they are read, before their command gives them their types. */
export type Values = Readonly<Record<string, string | number | Article | Section | undefined>>;

interface Definition<A extends Args, V> {
  name: string;
  /** Other names that mean the same, not published; those that it has in each language are known without. */
  aliases?: readonly string[];
  summary: SummaryKey;
  /** In a group, only for those who may manage the bot there. */
  adminsOnly?: true;
  /** The answers concern only who asked. */
  forAsker?: true;
  /** No search begins with its name: in a chat, words behind it are its arguments without a slash too. */
  takesBareWords?: true;
  /** Typed by buttons: neither published nor listed in the help. */
  hidden?: true;
  /** What may be typed, for the help. */
  examples: ExamplesKey;
  args: A;
  /** Answers; throws a `UsageError` for what only the command can know to be the caller's mistake. */
  run(values: V, audience: Audience, request: CommandContext): Promise<View>;
}

/** Who asks, and where. */
export type CommandContext = Pick<CommandRequest, 'in' | 'by' | 'locale'>;

/** A command, whatever its arguments. */
export type Command = Definition<Args, Values>;

/** Defines a command from one literal: the types of what `run` receives follow from `args`. */
export function defineCommand<const A extends Args>(definition: Definition<A, ValuesOf<A>>): Command {
  return {
    ...definition,
    run: (values, audience, request) => definition.run(values as ValuesOf<A>, audience, request),
  };
}
