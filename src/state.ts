import type { DeliveryQueue } from './delivery/queue.ts';
import type { LibraryStore } from './library/store.ts';
import type { StateStore } from './state-store.ts';
import type { Address } from './subscription/address.ts';
import type { SubscriptionStore } from './subscription/store.ts';

/** The stores of everything that outlives a restart. */
export interface State {
  /** The articles: the library, its keywords and its arrivals are built on them. */
  articles: LibraryStore;
  subscriptions: SubscriptionStore;
  /** A delivery that a process had taken when it died stays taken until `release`, which only the process with the lock may call. */
  deliveries: DeliveryQueue;
  /** Small state of one owner, in a namespace. */
  states(namespace: string): StateStore;
  /** Makes this the one process that delivers, until `close`. Rejects with `StoreError` that names the process that does. */
  lockForDelivery(now: Date): Promise<void>;
  /** Called every minute: deletes what has expired. Rejects with `StoreError` if the store is not there any more. */
  maintain(): Promise<void>;
  /** What cannot be read: in all, or of one chat. It is skipped wherever it is met, and kept. */
  unreadable(chat?: Pick<Address, 'platform' | 'chat'>): Promise<readonly UnreadableEntry[]>;
  close(): Promise<void>;
}

/** A stored entry that cannot be read: damaged, or written by another program. */
export interface UnreadableEntry {
  kind: 'subscription' | 'settings' | 'delivery' | 'article';
  id: string;
  /** In one line, for the operator. */
  why: string;
}
