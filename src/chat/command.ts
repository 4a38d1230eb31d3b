import type { Article, Section } from '../article/article.ts';
import type { Audience } from '../locales/audience.ts';
import type { ExamplesKey, SummaryKey } from '../locales/messages.ts';
import type { View } from '../view/view.ts';
import type { AttachedFile } from './attached-file.ts';
import type { Suggestion, Typing } from './platform.ts';
import type { CommandRequest } from './request.ts';

interface ArgBase {
  /** The key of its description. */
  summary: SummaryKey;
  optional?: true;
  /** Only a named option or a page button sets it; typed words never do, since they would be ambiguous. */
  named?: true;
  /** Only buttons use it; platforms do not list it. */
  hidden?: true;
}

/**
 * An argument of a command. A `section` is one of the command's `article` argument, whose name is `article`. A `file` is the one
 * that is attached to the request, and never typed.
 */
export type Arg =
  | (ArgBase & {
      kind: 'text';
      choices?: readonly string[];
      /** Synonyms of the choices, in any language. */
      synonyms?: Readonly<Record<string, string>>;
      /** Whether one to six adjacent words can only be a value of this argument. */
      accepts?(words: string): boolean | Promise<boolean>;
      /** Takes everything that is typed, and parses it itself; the other arguments are for named options. */
      takesAll?: true;
      suggest?(typing: Typing): Promise<readonly Suggestion[]>;
    })
  | (ArgBase & { kind: 'integer'; min?: number })
  | (ArgBase & { kind: 'file' })
  | (ArgBase & { kind: 'article' })
  | (ArgBase & { kind: 'section' });

/** Arguments by name, in the order of typing. */
export type Args = Readonly<Record<string, Arg>>;

type Value<A extends Arg> = A extends { kind: 'integer' }
  ? number
  : A extends { kind: 'file' }
    ? AttachedFile
    : A extends { kind: 'article' }
      ? Article
      : A extends { kind: 'section' }
        ? Section
        : A extends { choices: readonly (infer Choice)[] }
          ? Choice
          : string;

/** The values that `run` receives for these arguments. */
export type ValuesOf<A extends Args> = {
  readonly [Name in keyof A]: A[Name] extends { optional: true } ? Value<A[Name]> | undefined : Value<A[Name]>;
};

/** Values before their command types them. */
export type Values = Readonly<Record<string, string | number | AttachedFile | Article | Section | undefined>>;

interface Definition<A extends Args, V> {
  name: string;
  /** Synonyms of the name, not listed by platforms. The localized names need not be repeated here. */
  aliases?: readonly string[];
  summary: SummaryKey;
  /** In a group, only people who may manage the bot can use it. */
  adminsOnly?: true;
  /** Whether its buttons are for a person, beside `adminsOnly`; for all, by default. It says why not by itself. */
  mayUse?(person: CommandContext): boolean;
  /** Only the person who asks should see the answers. */
  forAsker?: true;
  /** No search starts with its name: words after it are arguments even without a slash. */
  takesBareWords?: true;
  /** It opens articles that its arguments do not name. */
  opensArticles?: true;
  /** It arranges what is posted later: if the bot may not post here, the answer says so. */
  plansPosts?: true;
  /** It is about scheduled digests: of no use where none can be sent. */
  needsDigests?: true;
  /** Only buttons use it; neither platforms nor the help list it. */
  hidden?: true;
  /** Examples for the help. */
  examples: ExamplesKey;
  args: A;
  /** Answers the request. Throws a `UsageError` for a caller's mistake. */
  run(values: V, audience: Audience, request: CommandContext): Promise<View>;
}

/** Who uses a command, and where. */
export type CommandContext = Pick<CommandRequest, 'in' | 'by' | 'locale' | 'mayManage'>;

/** A command with any arguments. */
export type Command = Definition<Args, Values>;

/** Defines a command from one literal; `args` determines the types of the values that `run` receives. */
export function defineCommand<const A extends Args>(definition: Definition<A, ValuesOf<A>>): Command {
  return {
    ...definition,
    run: (values, audience, request) => definition.run(values as ValuesOf<A>, audience, request),
  };
}
