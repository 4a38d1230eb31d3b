import type { Address } from './address.ts';
import type { ChatSettings, Subscription } from './subscription.ts';

/** A subscription, and when it has to be checked next; null for never. */
export interface ScheduledSubscription {
  subscription: Subscription;
  nextAt: Date | null;
}

/** Stores subscriptions. Changes are durable when their promise resolves. An unreachable store rejects. */
export interface SubscriptionStore {
  get(id: string): Promise<Subscription | undefined>;
  /** The subscriptions of a chat, oldest first; only those of a thread if the address has one. */
  forChat(chat: Pick<Address, 'platform' | 'chat' | 'thread'>): Promise<readonly Subscription[]>;
  /** The subscriptions of a chat with its threads, of one thread, or of a whole server, oldest first. */
  inPlace(place: Place): Promise<readonly Subscription[]>;
  /** Adds or replaces one. To change an existing one use `change`, which keeps concurrent changes. */
  save(subscription: Subscription, nextAt: Date | null): Promise<void>;
  /** Saves all of them or none. */
  saveAll(entries: readonly ScheduledSubscription[]): Promise<void>;
  /**
   * Replaces a subscription atomically by what `change` makes of it; undefined leaves it unchanged. `change` may be called
   * again after a conflict. Returns what is stored then; undefined if there is none.
   */
  change(
    id: string,
    change: (current: ScheduledSubscription) => ScheduledSubscription | undefined,
  ): Promise<Subscription | undefined>;
  /** Removes a subscription, and returns it as it was; undefined if there was none. */
  remove(id: string): Promise<ScheduledSubscription | undefined>;
  /** Active subscriptions to check by now, the longest overdue first. */
  due(now: Date, limit: number): Promise<readonly Subscription[]>;
  /** A page of all subscriptions, sorted by id, that follows an id. */
  page(after: string, limit: number): Promise<readonly Subscription[]>;
  settings(chat: Pick<Address, 'platform' | 'chat'>): Promise<ChatSettings>;
  /** Replaces the settings; empty ones are deleted. */
  saveSettings(chat: Pick<Address, 'platform' | 'chat'>, settings: ChatSettings): Promise<void>;
  /** Follows a chat to its new id, with its threads and servers. Settings of the new chat win. */
  moveChat(from: Pick<Address, 'platform' | 'chat'>, to: Pick<Address, 'platform' | 'chat'>): Promise<void>;
  /** When a subscription has to be checked next; undefined if it is not active or does not exist. */
  nextAt(id: string): Promise<Date | undefined>;
  count(): Promise<number>;
  /** How many subscriptions there are of each platform and state, and in how many chats. */
  tally(): Promise<readonly SubscriptionTally[]>;
}

/** Subscriptions of one platform in one state. */
export interface SubscriptionTally {
  platform: string;
  state: Subscription['state'];
  subscriptions: number;
  chats: number;
}

/** A chat with all its threads, one thread, or a whole server. */
export type Place = { platform: string } & ({ chat: string; thread?: string } | { server: string });
