import type { Address } from '../subscription/address.ts';

/** What a feed says of an entry, for when its page cannot be read. HTML in it is not trusted. */
export interface EntryText {
  title: string | null;
  summaryHtml: string | null;
  contentHtml: string | null;
  authors: readonly string[];
  publishedAt: string | null;
  language: string | null;
  image: string | null;
}

/** An entry of a followed feed, and how far its page has been collected. */
export interface CollectedEntry {
  feed: string;
  /** Names the entry within its feed. */
  key: string;
  url: string;
  firstSeenAt: string;
  /** It was old when its feed was first read: people can read it, but it is not announced. */
  isBackfill: boolean;
  /** `pending` until its page is saved; `skipped` entries are only known. */
  state: 'pending' | 'saved' | 'failed' | 'skipped';
  /** Failed attempts in a row. */
  attempts: number;
  /** How often its page was read after it was saved. */
  revisits: number;
  /** What was saved last, to recognize a change. */
  fingerprint: string | null;
  /** Kept as long as its page may be read again. */
  text: EntryText | null;
}

/** An entry, and when its page is read next; null for never. */
export interface ScheduledEntry {
  entry: CollectedEntry;
  nextAt: Date | null;
}

/** A chat as followers name it. */
export type Chat = Pick<Address, 'platform' | 'chat'>;
