import type { Language } from '../locales/language.ts';
import type { Address } from '../subscription/address.ts';
import type { Dispatch } from './request.ts';

/** One value offered while an argument is being typed. */
export interface Suggestion {
  value: string;
  label: string;
}

/** Somebody is typing an argument. */
export interface Typing {
  typed: string;
  /** The other arguments, by name, as far as they are given. */
  given: Readonly<Record<string, string>>;
  language: Language;
  in: Address;
}

/** A command as a platform publishes it. */
export interface CommandSpec {
  name: string;
  /** All that it is called, in every language, lower case and without spaces; its name first. */
  names: readonly string[];
  /** No search begins with its name: in a chat, words behind it are its arguments without a slash too. */
  takesBareWords: boolean;
  /** In a group, only for those who may manage the bot there. */
  adminsOnly: boolean;
  /** The answers concern only who asked. */
  forAsker: boolean;
  summary(language: Language): string;
  /** The name in a language, lower case and without spaces, where it has one of its own. */
  localName(language: Language): string | undefined;
  args: readonly ArgSpec[];
}

/** One argument of a command, as a platform publishes it. */
export interface ArgSpec {
  name: string;
  kind: 'text' | 'integer' | 'article' | 'section';
  optional: boolean;
  summary(language: Language): string;
  /** The name in a language, lower case and without spaces, where it has one of its own. */
  localName(language: Language): string | undefined;
  choices?: readonly Choice[];
  /** What could be meant by what has been typed so far. */
  suggest?(typing: Typing): Promise<readonly Suggestion[]>;
}

/** One of the values that an argument can have. */
export interface Choice {
  value: string;
  /** What it is called in a language. */
  label(language: Language): string;
}

/** A chat platform, seen from the bot. */
export interface ChatAdapter {
  readonly platform: string;
  /** Publishes the commands, connects, and answers each request with what `dispatch` returns. */
  start(commands: readonly CommandSpec[], dispatch: Dispatch): Promise<void>;
  /** Removes what the platform itself keeps about a chat. */
  forget?(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
  /** Finishes what was begun, then disconnects. */
  stop(): Promise<void>;
}
