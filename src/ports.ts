import type { Article } from './article/article.ts';
import type { View } from './view/view.ts';

/** The languages the bot speaks. */
export type Language = 'en' | 'zh-CN' | 'zh-TW';

/** Time, passed in. `after` calls once, later, and gives what takes that back. */
export interface Clock {
  nowMs(): number;
  after(delayMs: number, call: () => void): () => void;
}

/** Where something is said: a chat on a platform, and a thread or topic of it. */
export interface Address {
  platform: string;
  chat: string;
  thread?: string;
  /** The community that the chat is one of, where the platform has such. */
  server?: string;
  /** The chat is a forum, the thread one of its posts: what is sent to the chat itself becomes a post of its own. */
  forum?: true;
}

/** Someone asked for something. */
export interface CommandRequest {
  /** The command's name without the slash. */
  name: string;
  /** What was typed behind the name, or the options by name where the platform has typed ones. */
  input: string | Readonly<Record<string, string>>;
  /** All that was typed, where it had no slash: words to look for, or an address, unless a command is called so. */
  words?: string;
  /** The language to answer in. */
  language: Language;
  /** The BCP 47 tag that the platform tells of who asks. */
  locale?: string;
  in: Address;
  /** Who asks, unique on the platform. */
  by: string;
  /** The article that the message replied to is about. */
  about?: string;
  /** Whether who asks may change what the bot does here; absent where everybody may, as at a terminal. */
  mayManage?(): Promise<boolean>;
}

/** Answers a request; never rejects: what goes wrong is a view too. */
export type Dispatch = (request: CommandRequest) => Promise<View>;

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

/** A platform that can say something that nobody asked for. */
export interface Deliverer {
  /**
   * Sends a view part by part, in order, but for the parts that are `done`. Each part is told to `sent` before the next one
   * goes out, so that after a crash it can go on there. Throws only `DeliveryError`, and what `begin` and `sent` reject with.
   */
  deliver(to: Address, view: View, options: DeliverOptions): Promise<void>;
}

export interface DeliverOptions {
  /** Names the delivery, the same whenever it is tried again, so that a platform can tell a part it has seen. */
  id: string;
  /** The language of what the platform itself adds. */
  language: Language;
  /** Without a sound on the reader's side. */
  silent: boolean;
  /** Where the platform knows followers of a chat, they get it too, once all of it has arrived; who have it already do not get it again. */
  forFollowers: boolean;
  /** The ids of the messages of each part that was sent already. */
  done: readonly (readonly string[])[];
  /** Since when an earlier try may have sent the part behind those, without anybody having heard of it. */
  triedSince?: Date;
  /** Is told of each part before it is sent; what it rejects with ends the delivery there, and is thrown on as it is. */
  begin(part: number): Promise<void>;
  sent(part: number, messages: readonly string[]): Promise<void>;
}

/**
 * Why something could not be delivered. `gone`: the chat is not there any more. `moved`: it has another id now. `busy`: try
 * again later. `refused`: not in this form. `forbidden`: not without a permission.
 */
export class DeliveryError extends Error {
  override readonly name: string = 'DeliveryError';
  readonly reason: 'gone' | 'moved' | 'busy' | 'refused' | 'forbidden';
  /** How long the platform wants to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The chat's new id. */
  readonly movedTo: string | undefined;
  /** Whether it may have been sent all the same, and would be shown twice if it is sent again. */
  readonly unclear: boolean;
  /** Whether every part of it has arrived, and only the followers of the chat have not got it. */
  readonly arrived: boolean;

  constructor(reason: DeliveryError['reason'], options: DeliveryErrorOptions = {}) {
    const { retryAfterMs, movedTo, unclear, arrived, cause } = options;
    super(`Not delivered: ${reason}.`, { cause });
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
    this.movedTo = movedTo;
    this.unclear = unclear ?? false;
    this.arrived = arrived ?? false;
  }
}

interface DeliveryErrorOptions {
  retryAfterMs?: number;
  movedTo?: string;
  unclear?: boolean;
  arrived?: boolean;
  cause?: unknown;
}

/** What lists show of an article, without its text. */
export interface ArticleEntry
  extends Pick<
    Article,
    'id' | 'url' | 'title' | 'source' | 'language' | 'direction' | 'summary' | 'stampedAt' | 'publishedAt'
  > {
  /** When its first version entered the library, ISO 8601, UTC. */
  addedAt: string;
}

/** An article as one of those that came in a time. */
export interface Arrived extends ArticleEntry {
  /** It came before that time, and was changed materially in it. */
  updated?: true;
}

/** A match of a search: the article, and the section that matched best. */
export interface SearchHit {
  entry: ArticleEntry;
  section: { number: number; title: string | null };
}

/** One capture of an article; the newest is version 1, and it is the one that is shown. */
export interface ArticleVersion {
  stampedAt: string | null;
  addedAt: string;
  title: string;
  file: string;
}

/** A snapshot file that could not be read, and why. */
export interface Refusal {
  file: string;
  code: string;
  message: string;
  line: number | null;
  at: string;
}

/** All articles, as the commands see them. "Newest" goes by `publishedAt`, then by when it entered the library. */
export interface Library {
  size(): Promise<number>;
  article(id: string): Promise<Article | undefined>;
  /** Looks an article up by its address, in any spelling that normalises to the same. */
  articleAt(url: string): Promise<Article | undefined>;
  newest(page: {
    source?: string;
    /** Only articles published (else stamped, else added) at or after this instant. */
    since?: Date;
    offset: number;
    limit: number;
  }): Promise<{ total: number; entries: readonly ArticleEntry[] }>;
  search(words: string, limit: number): Promise<readonly SearchHit[]>;
  sources(): Promise<readonly { source: string; articles: number }[]>;
  versions(id: string): Promise<readonly ArticleVersion[]>;
  refusals(): Promise<readonly Refusal[]>;
}

/** Small pieces of state that outlive a restart, by key; a store that is out of reach rejects, it never says "absent". */
export interface StateStore {
  get<Value>(key: string): Promise<Value | undefined>;
  set<Value>(key: string, value: Value, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Removes all keys that begin so; it goes through every key, and is for what is rare. */
  deleteUnder(prefix: string): Promise<void>;
}

/** A language model: what to do, and the material that it is to be done with; the two are never mixed. */
export interface TextModel {
  readonly name: string;
  /** Throws only `ModelError`. */
  write(task: { instruction: string; material: string }): Promise<string>;
}

/** A language model gave no usable answer; the message says why and never holds a secret. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}
