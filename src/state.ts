import type { DeliveryQueue } from './delivery/queue.ts';
import type { FeedStore } from './following/feed-store.ts';
import type { Lead } from './leadership.ts';
import type { LibraryStore } from './library/store.ts';
import type { StoreError } from './library/store-error.ts';
import type { ShareRate } from './messaging/rate-limits/rate-share.ts';
import type { StateStore } from './state-store.ts';
import type { Address } from './subscription/address.ts';
import type { SubscriptionStore } from './subscription/store.ts';

/** All persistent stores. */
export interface State {
  /** The articles, used by the library, its keywords and its arrivals. */
  articles: LibraryStore;
  subscriptions: SubscriptionStore;
  feeds: FeedStore;
  /** A delivery taken by a process that died stays taken until `release`. Only the process with the lock may call it. */
  deliveries: DeliveryQueue;
  /** A state store for one owner, by namespace. */
  states(namespace: string): StateStore;
  /**
   * Makes this a process that delivers, until `close`. If only one may, it rejects with a `StoreError` that names the process
   * that does.
   */
  lockForDelivery(now: Date): Promise<void>;
  /** Runs a task in one of all processes that share the store. */
  lead: Lead;
  /** Shares a rate, by its name, among all processes that share the store. */
  shareRate(name: string): ShareRate;
  /** Called every minute: deletes what has expired. Rejects with `StoreError` if the store is not there any more. */
  maintain(): Promise<void>;
  /** What cannot be read: in all, or of one chat. It is skipped wherever it is met, and kept. */
  unreadable(chat?: Pick<Address, 'platform' | 'chat'>): Promise<readonly UnreadableEntry[]>;
  /** Why this process sends nothing though the store works; `report` has received it once, after `maintain`. */
  obstacle?(): StoreError | undefined;
  /** What in the settings of a server could go wrong. */
  risks?(): Promise<readonly StoreRisk[]>;
  close(): Promise<void>;
}

/** `not-logged`: a restart may lose changes. `not-synced`: a crash of the machine may. `evicts`: a full memory may. */
export type StoreRisk = 'not-logged' | 'not-synced' | 'evicts' | FewConnections;

/** The server does not permit as many connections as one more process may open. */
export type FewConnections = {
  /** How many it permits. */
  most: number;
  /** How many of them others have opened, or are reserved. */
  others: number;
  /** How many processes deliver already. */
  processes: number;
  /** How many connections each process may open. */
  each: number;
  /** How many the server should permit. */
  needed: number;
};

/** A stored entry that cannot be read: damaged, or written by another program. */
export interface UnreadableEntry {
  kind: 'subscription' | 'settings' | 'delivery' | 'article' | 'feed' | 'entry';
  id: string;
  /** In one line, for the operator. */
  why: string;
}
