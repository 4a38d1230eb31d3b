import type { Address, Language } from '../ports.ts';
import type { DigestStyle } from '../digest/digest.ts';

/** Wall-clock times, `HH:MM`, between which nothing is sent; from 22:00 to 07:00 is over midnight. */
export interface QuietHours {
  from: string;
  to: string;
}

/** When digests are sent, by the wall clock of a zone. */
export type Schedule =
  /** At each of the times, `HH:MM`, on each of the days, 1 for Monday to 7 for Sunday. Both are sorted, each once, never empty. */
  | { kind: 'daily'; times: readonly string[]; days: readonly number[]; zone: string }
  /** As articles come; what comes in quiet hours is held and sent together when they end. */
  | { kind: 'instant'; zone: string; quiet: QuietHours | null };

/** Which articles; an empty list leaves nothing out. Words are plain words. */
export interface Selection {
  /** Any of these sites. */
  sources: readonly string[];
  /** With any of these words. */
  topics: readonly string[];
  /** With none of these words. */
  without: readonly string[];
}

/** A chat that gets its digest. */
export interface Subscription {
  /** Six characters a-z0-9. */
  id: string;
  to: Address;
  /** The language of what is sent. */
  language: Language;
  schedule: Schedule;
  selection: Selection;
  style: DigestStyle;
  /** Whether an empty digest is announced. */
  tellEmpty: boolean;
  /** Without a sound. */
  silent: boolean;
  /** To the followers of an announcement channel too. */
  forFollowers: boolean;
  /** With the articles that were changed materially since they came. */
  withUpdates: boolean;
  /** `paused` by people; `parked` because nothing can be sent there, with the reason. */
  state: 'active' | 'paused' | 'parked';
  parkedFor: 'gone' | 'forbidden' | null;
  createdAt: string;
  /** Every slot up to this instant has its edition. */
  publishedUntil: string;
  /** How far into the library the last edition reached. */
  position: number;
  /** The slot of the last edition that arrived. */
  sentUntil: string | null;
}

/** What a chat has set for all that it subscribes to. */
export interface ChatSettings {
  zone?: string;
  language?: Language;
  quiet?: QuietHours;
  tellEmpty?: boolean;
  silent?: boolean;
  forFollowers?: boolean;
  withUpdates?: boolean;
}
