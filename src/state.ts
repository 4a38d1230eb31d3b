import type { DeliveryQueue } from './delivery/queue.ts';
import type { LibraryStore } from './library/store.ts';
import type { StateStore } from './state-store.ts';
import type { SubscriptionStore } from './subscription/store.ts';

/** The stores of everything that outlives a restart. */
export interface State {
  /** The articles: the library, its keywords and its arrivals are built on them. */
  articles: LibraryStore;
  subscriptions: SubscriptionStore;
  /** A delivery that a process had taken when it died stays taken until `release`, which only the one process that delivers may call. */
  deliveries: DeliveryQueue;
  /** Small state of one owner, in a namespace. */
  states(namespace: string): StateStore;
  close(): Promise<void>;
}
