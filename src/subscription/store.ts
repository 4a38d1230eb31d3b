import type { Address } from './address.ts';
import type { ChatSettings, Subscription } from './subscription.ts';

/** A subscription, and when it has to be looked at next; null for never. */
export interface Planned {
  subscription: Subscription;
  nextAt: Date | null;
}

/** Subscriptions. Durable when a promise resolves. A store that is out of reach rejects. */
export interface SubscriptionStore {
  get(id: string): Promise<Subscription | undefined>;
  /** Those of a chat, in the order in which they were made; of one thread only where the address names one. */
  of(chat: Pick<Address, 'platform' | 'chat' | 'thread'>): Promise<readonly Subscription[]>;
  /** All of a chat with its threads, of one thread, or of a whole server, in the order in which they were made. */
  within(place: Place): Promise<readonly Subscription[]>;
  /** Adds or replaces. For what is there already prefer `change`, which loses nobody else's change. */
  save(subscription: Subscription, nextAt: Date | null): Promise<void>;
  /** The same for many: all or none. */
  saveAll(entries: readonly Planned[]): Promise<void>;
  /**
   * Replaces one by what `change` makes of it as it is now, with nothing in between; undefined leaves it as it is.
   * `change` may be called again where somebody else was faster. Gives what is kept then; undefined where there is none.
   */
  change(id: string, change: (current: Planned) => Planned | undefined): Promise<Subscription | undefined>;
  /** Removes one, and gives it as it was; undefined where there was none. */
  remove(id: string): Promise<Planned | undefined>;
  /** Active ones that have to be looked at, those that waited longest first. */
  due(now: Date, limit: number): Promise<readonly Subscription[]>;
  /** A page of all, by id, after one of them: for what has to go through every one. */
  page(after: string, limit: number): Promise<readonly Subscription[]>;
  settings(chat: Pick<Address, 'platform' | 'chat'>): Promise<ChatSettings>;
  /** Replaces them; empty ones leave nothing behind. */
  saveSettings(chat: Pick<Address, 'platform' | 'chat'>, settings: ChatSettings): Promise<void>;
  /** A chat has another id now: its subscriptions go along with their threads and servers, and what is not set there yet. */
  move(from: Pick<Address, 'platform' | 'chat'>, to: Pick<Address, 'platform' | 'chat'>): Promise<void>;
  /** When one has to be looked at next; undefined for never, as for one that is not active or not there. */
  nextAt(id: string): Promise<Date | undefined>;
  count(): Promise<number>;
}

/** A chat with all its threads, one thread, or a whole server. */
export type Place = { platform: string } & ({ chat: string; thread?: string } | { server: string });
