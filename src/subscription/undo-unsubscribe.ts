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

/** Remembers removed subscriptions for a while, so that removing them can be undone. */
export interface RemovedSubscriptions {
  /** Keeps subscriptions that were removed together, under the id of the first. */
  keep(chat: Chat, removed: readonly RemovedSubscription[]): Promise<void>;
  /** The subscriptions that were removed together with this one, which is the first; empty after too long. */
  recall(chat: Chat, id: string): Promise<readonly RemovedSubscription[]>;
  forget(chat: Chat): Promise<void>;
}

type StoredRemoval = Omit<RemovedSubscription, 'subscription'> & { subscription: StoredSubscription };

/** Remembers removed subscriptions for `keptMs`. */
export function createRemovedSubscriptions(state: StateStore, keptMs: number): RemovedSubscriptions {
  return {
    async keep(chat, removed) {
      const [first] = removed;
      if (first === undefined) return;
      const stored = removed.map(
        (one): StoredRemoval => ({ ...one, subscription: toStoredSubscription(one.subscription) }),
      );
      await state.set(`${prefixOf(chat)}${first.subscription.id}`, stored, keptMs);
    },
    async recall(chat, id) {
      const stored = await state.get<readonly StoredRemoval[]>(`${prefixOf(chat)}${id}`);
      return (stored ?? []).map((one) => ({ ...one, subscription: fromStoredSubscription(one.subscription) }));
    },
    forget: (chat) => state.deleteUnder(prefixOf(chat)),
  };
}

function prefixOf({ platform, chat }: Chat): string {
  // This prefix is in existing state files.
  return `ended:${platform}:${chat}:`;
}
