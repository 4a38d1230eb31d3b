import type { Digest } from '../../digest/digest.ts';
import type { Edition } from '../../digest/edition.ts';
import type { Arrivals } from '../../library/arrivals.ts';
import type { StateStore } from '../../state-store.ts';
import type { Address } from '../../subscription/address.ts';

/** A digest as its messages show it. */
export interface SentDigest {
  /** Where it was sent. A chat that moves gets other message ids. */
  to: Address;
  digest: Digest;
  /** How often an edit of its messages failed in a way that may pass. */
  failures: number;
  /** A position of the library at which it was composed. Records of earlier versions lack it. */
  upTo?: number;
}

/** Stores what digests showed, for as long as they may be edited. */
export interface SentDigests {
  get(edition: Edition): Promise<SentDigest | undefined>;
  /** Records what was composed with the articles as they are at present. */
  record(edition: Edition, sent: Omit<SentDigest, 'upTo'>): Promise<void>;
  /** Deletes those of a chat. */
  forget(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
}

/** A digest is edited for two days after it was sent, and a delivery is retried for one day. */
const KEPT_MS = 3 * 24 * 60 * 60 * 1000;

/** Creates the store. */
export function createSentDigests(state: StateStore, { position }: Pick<Arrivals, 'position'>): SentDigests {
  const prefix = ({ platform, chat }: Pick<Address, 'platform' | 'chat'>) => `sent:${platform}:${chat}:`;
  const keyOf = ({ id, to }: Edition) => `${prefix(to)}${id}`;
  return {
    get: (edition) => state.get<SentDigest>(keyOf(edition)),
    async record(edition, sent) {
      await state.set(keyOf(edition), { ...sent, upTo: await position() }, KEPT_MS);
    },
    forget: (chat) => state.deleteUnder(prefix(chat)),
  };
}
