import type { Language } from '../locales/languages.ts';
import type { Address } from '../subscription/address.ts';
import type { Dispatch } from './request.ts';

/** A value suggested while somebody types an argument. */
export interface Suggestion {
  value: string;
  label: string;
}

/** An argument while it is being typed. */
export interface Typing {
  typed: string;
  /** The other arguments that have a value, by name. */
  given: Readonly<Record<string, string>>;
  language: Language;
  in: Address;
  /** How many values the platform can show. */
  limit: number;
}

/** A command as a platform registers it. */
export interface CommandSpec {
  name: string;
  /** All its names, in every language, in lower case and without spaces; its own name first. */
  names: readonly string[];
  /** No search starts with its name: words after it are arguments even without a slash. */
  takesBareWords: boolean;
  /** In a group, only people who may manage the bot can use it. */
  adminsOnly: boolean;
  /** Only the person who asks should see the answers. */
  forAsker: boolean;
  /** It is about scheduled digests: of no use where none can be sent. */
  needsDigests?: boolean;
  /** It can open an article, which takes seconds if the article is huge. Assumed by default. */
  opensArticles?: boolean;
  summary(language: Language): string;
  /** Its localized name, in lower case and without spaces, if it has one. */
  localName(language: Language): string | undefined;
  args: readonly ArgSpec[];
}

/** An argument of a command, as a platform registers it. */
export interface ArgSpec {
  name: string;
  kind: 'text' | 'integer' | 'file' | 'article' | 'section';
  optional: boolean;
  summary(language: Language): string;
  /** Its localized name, in lower case and without spaces, if it has one. */
  localName(language: Language): string | undefined;
  choices?: readonly Choice[];
  /** Suggests values for the text typed so far. */
  suggest?(typing: Typing): Promise<readonly Suggestion[]>;
}

/** A possible value of an argument. */
export interface Choice {
  value: string;
  /** Its name in a language. */
  label(language: Language): string;
}

/** Limits of a platform that the core respects. */
export interface PlatformLimits {
  /** The longest command of a button, in bytes of UTF-8. */
  maxButtonBytes: number;
}

/** A chat platform. */
export interface ChatAdapter {
  readonly platform: string;
  /** Registers the commands, connects, and answers each request with the result of `dispatch`. */
  start(commands: readonly CommandSpec[], dispatch: Dispatch): Promise<void>;
  /** Deletes what the platform's adapter stores about a chat. */
  forget?(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
  /** The id of the chat with a person alone. Throws only `DeliveryError`. */
  privateChat?(person: string): Promise<string>;
  /** Finishes running work, then disconnects. */
  stop(): Promise<void>;
}
