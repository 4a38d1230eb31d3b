import type { Address, Arrived } from '../ports.ts';
import type { Delivered, Delivery, Edition, Outcome } from './edition.ts';
import type { ChatSettings, Selection, Subscription } from '../subscription/subscription.ts';

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

/**
 * Deliveries on their way. Nothing added is lost, whatever happens; nothing is added twice. What is said of one that has
 * ended or was removed meanwhile changes nothing.
 */
export interface DeliveryQueue {
  /** Adds each edition whose id is not known, not even as one that has ended, to be sent at once. Durable when it resolves. */
  add(editions: readonly Edition[], now: Date): Promise<void>;
  /**
   * Takes those of a platform that may be tried now, in the order in which they were added, however often they were tried;
   * a taken one is nobody else's. One that is put off for longer than two days was so by a clock that was wrong: it may be tried.
   */
  take(platform: string, now: Date, limit: number): Promise<readonly Delivery[]>;
  /** Keeps what is being sent, and how far it came. Durable when it resolves. */
  note(id: string, progress: Pick<Delivery, 'view' | 'done'>): Promise<void>;
  /** Gives one back, to be tried again at an instant. */
  again(id: string, next: { at: Date; reason: string; tries: number }): Promise<void>;
  /** Ends one. Its view is kept only where it can be sent again. Durable when it resolves. */
  finish(id: string, outcome: Outcome, ended: { at: Date; reason?: string }): Promise<void>;
  /** Gives back everything that was taken: by a process that has died. */
  release(): Promise<void>;
  /**
   * Ends as merged those of a subscription that are in nobody's hands and of which nothing can have been sent, since no view
   * and no part of them is noted; and adds the edition that `into` makes of them. All of that or, where `into` makes none or
   * its id is known, nothing. Gives those that ended, in the order of adding.
   */
  absorb(
    subscription: string,
    now: Date,
    into?: (absorbed: readonly Edition[]) => Edition | undefined,
  ): Promise<readonly Edition[]>;
  /** Puts a failed or dropped one back, with all its tries, to go on where it stopped; whether there was one. */
  resend(id: string, now: Date): Promise<boolean>;
  /** Those of a chat that are on their way or have failed, and the last few that were sent, in the order of adding; 100 at most. */
  of(chat: Pick<Address, 'platform' | 'chat'>): Promise<readonly (Delivery | Delivered)[]>;
  /** An edition that is or was here. */
  get(id: string): Promise<Delivery | Delivered | undefined>;
  /** How many are on their way, and when the next that nobody holds may be tried: in the past where one may be now. */
  backlog(platform?: string): Promise<{ waiting: number; failed: number; nextAt: Date | undefined }>;
  /** Forgets what ended before an instant. Its ids count as never added then. */
  forget(before: Date): Promise<void>;
  /** Removes all of a chat, and all that is known of it. */
  remove(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
  /** A chat has another id now. */
  move(from: Pick<Address, 'platform' | 'chat'>, to: Pick<Address, 'platform' | 'chat'>): Promise<void>;
}

/** What came into the library, in the order in which it came. A position counts articles and updates as they come, and never goes back. */
export interface Arrivals {
  /** The position of what came last. */
  position(): Promise<number>;
  /**
   * The articles that came between two positions and fit, newest by publication first; `withUpdates`, behind them those from
   * before that were changed materially between the two. A source is a host, or a name that is a part of one between dots; a
   * topic of several words means all of them. Words that say nothing are passed over.
   */
  between(
    span: { after: number; upTo: number; withUpdates?: boolean },
    selection: Selection,
    page: { offset: number; limit: number },
  ): Promise<{ total: number; entries: readonly Arrived[] }>;
}
