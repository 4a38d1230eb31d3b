import type { DeliveryService } from '../delivery/delivery-service.ts';
import type { Address } from '../subscription/address.ts';
import type { Place } from '../subscription/store.ts';
import type { LastShownMemory } from './last-shown.ts';

/** What a platform reports about the chats that the bot is in. */
export interface ChatEvents {
  /** A chat has a new address: its stored data moves along. */
  onChatMoved(from: Address, to: Address): void;
  /** The bot was removed. */
  onBotRemoved(place: Place): void;
  /** The bot was added, or its rights there may have changed. */
  onAccessChanged(place: Place): void;
  /** Somebody wrote what is not dispatched, because they wrote too much. */
  onMessageReceived(where: Address): void;
}

interface ChatEventsDeps {
  memory: Pick<LastShownMemory, 'move'>;
  digests: Pick<DeliveryService, 'onChatMoved' | 'onBotRemoved' | 'onAccessChanged' | 'onMessageReceived'>;
  report(error: unknown): void;
}

/** Passes events on to everything that stores data about chats. Failures are only reported. */
export function createChatEvents({ memory, digests, report }: ChatEventsDeps): ChatEvents {
  return {
    onChatMoved: (from, to) => void Promise.all([memory.move(from, to), digests.onChatMoved(from, to)]).catch(report),
    onBotRemoved: (place) => void digests.onBotRemoved(place).catch(report),
    onAccessChanged: (place) => void digests.onAccessChanged(place).catch(report),
    onMessageReceived: (where) => void digests.onMessageReceived(where).catch(report),
  };
}
