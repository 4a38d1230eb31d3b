import type { StateStore } from '../state-store.ts';
import type { Address } from './address.ts';
import type { Subscription } from './subscription.ts';

type Chat = Pick<Address, 'platform' | 'chat'>;

/** A subscription as it was when it was ended. Plain data. */
export interface RemovedSubscription {
  subscription: Subscription;
  /** When it was to be looked at next, ISO 8601, UTC. */
  nextAt: string | null;
  /** The editions of it that were on their way. */
  editions: readonly string[];
}

/** What was ended in chats, for a while, so that it can be undone. */
export interface RemovedSubscriptions {
  /** Keeps what was ended at once, by the id of the first. */
  keep(chat: Chat, ended: readonly RemovedSubscription[]): Promise<void>;
  /** What was ended together with this one, that one first; empty where that is too long ago. */
  recall(chat: Chat, id: string): Promise<readonly RemovedSubscription[]>;
  /** Forgets all of a chat. */
  forget(chat: Chat): Promise<void>;
}

/** Keeps what was ended for so long. */
export function createRemovedSubscriptions(state: StateStore, keptMs: number): RemovedSubscriptions {
  return {
    async keep(chat, ended) {
      const [first] = ended;
      if (first !== undefined) await state.set(`${prefixOf(chat)}${first.subscription.id}`, ended, keptMs);
    },
    recall: async (chat, id) => (await state.get<readonly RemovedSubscription[]>(`${prefixOf(chat)}${id}`)) ?? [],
    forget: (chat) => state.deleteUnder(prefixOf(chat)),
  };
}

function prefixOf({ platform, chat }: Chat): string {
  return `ended:${platform}:${chat}:`;
}
