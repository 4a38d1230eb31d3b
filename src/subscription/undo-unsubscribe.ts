import type { StateStore } from '../state-store.ts';
import type { Address } from './address.ts';
import { fromStoredSubscription, type StoredSubscription, toStoredSubscription } from './stored-subscription.ts';
import type { Subscription } from './subscription.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

/** A removed subscription as it was. Plain data. */
export interface RemovedSubscription {
  subscription: Subscription;
  /** When it had to be checked next, ISO 8601, UTC. */
  nextAt: string | null;
  /** Its editions that were still pending. */
  editions: readonly string[];
}

/** A feed that a chat followed. Plain data. */
export interface UnfollowedFeed {
  id: string;
  url: string;
  title: string | null;
  sources: readonly string[];
  followers: readonly Pick<Address, 'platform' | 'chat' | 'thread'>[];
}

/** What was removed together. */
export interface Removal {
  subscriptions: readonly RemovedSubscription[];
  feed?: UnfollowedFeed;
}

/** Remembers removed subscriptions for a while, so that removing them can be undone. */
export interface RemovedSubscriptions {
  /** Keeps what was removed together. Returns what it is recalled by; undefined if it is nothing. */
  keep(chat: Chat, removal: Removal): Promise<string | undefined>;
  /** Undefined after too long. */
  recall(chat: Chat, id: string): Promise<Removal | undefined>;
  forget(chat: Chat): Promise<void>;
}

type StoredSubscriptions = (Omit<RemovedSubscription, 'subscription'> & { subscription: StoredSubscription })[];
/** Older versions kept the subscriptions alone. */
type StoredRemoval = StoredSubscriptions | { subscriptions: StoredSubscriptions; feed?: UnfollowedFeed };

/** Remembers removed subscriptions for `keptMs`. */
export function createRemovedSubscriptions(state: StateStore, keptMs: number): RemovedSubscriptions {
  return {
    async keep(chat, { subscriptions, ...rest }) {
      const id = rest.feed?.id ?? subscriptions[0]?.subscription.id;
      if (id === undefined) return undefined;
      const plain = subscriptions.map((one) => ({ ...one, subscription: toStoredSubscription(one.subscription) }));
      const stored: StoredRemoval = { ...rest, subscriptions: plain };
      await state.set(`${prefixOf(chat)}${id}`, stored, keptMs);
      return id;
    },
    async recall(chat, id) {
      const stored = await state.get<StoredRemoval>(`${prefixOf(chat)}${id}`);
      if (stored === undefined) return undefined;
      const removal = Array.isArray(stored) ? { subscriptions: stored } : stored;
      const subscriptions = removal.subscriptions.map((one) => ({
        ...one,
        subscription: fromStoredSubscription(one.subscription),
      }));
      return { ...removal, subscriptions };
    },
    forget: (chat) => state.deleteUnder(prefixOf(chat)),
  };
}

function prefixOf({ platform, chat }: Chat): string {
  // This prefix is in existing state files.
  return `ended:${platform}:${chat}:`;
}
