import type { Digest } from '../../digest/digest.ts';
import type { Edition } from '../../digest/edition.ts';
import type { StateStore } from '../../state-store.ts';
import type { Address } from '../../subscription/address.ts';

/** A digest as its messages show it. */
export interface SentDigest {
  /** Where it was sent. A chat that moves gets other message ids. */
  to: Address;
  digest: Digest;
  /** How often an edit of its messages failed in a way that may pass. */
  failures: number;
}

/** Stores what digests showed, for as long as they may be edited. */
export interface SentDigests {
  get(edition: Edition): Promise<SentDigest | undefined>;
  record(edition: Edition, sent: SentDigest): Promise<void>;
  /** Deletes those of a chat. */
  forget(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
}

/** A digest is edited for two days after it was sent, and a delivery is retried for one day. */
const KEPT_MS = 3 * 24 * 60 * 60 * 1000;

/** Creates the store. */
export function createSentDigests(state: StateStore): SentDigests {
  const prefix = ({ platform, chat }: Pick<Address, 'platform' | 'chat'>) => `sent:${platform}:${chat}:`;
  const keyOf = ({ id, to }: Edition) => `${prefix(to)}${id}`;
  return {
    get: (edition) => state.get<SentDigest>(keyOf(edition)),
    record: (edition, sent) => state.set(keyOf(edition), sent, KEPT_MS),
    forget: (chat) => state.deleteUnder(prefix(chat)),
  };
}
