import type { Selection } from '../library/selection.ts';
import type { Language } from '../locales/languages.ts';
import type { QuietHours, Schedule } from '../schedule/schedule.ts';
import type { Address } from './address.ts';
import type { DigestStyle } from './digest-style.ts';

/** What a chat gets, and when. */
export interface Subscription {
  id: string;
  to: Address;
  /** The language of its digests. */
  language: Language;
  schedule: Schedule;
  selection: Selection;
  style: DigestStyle;
  /** Whether to send a digest without articles. */
  sendEmpty: boolean;
  /** Without a notification sound. */
  silent: boolean;
  /** Also for the followers of an announcement channel. */
  forFollowers: boolean;
  /** With articles that have changed materially. */
  withUpdates: boolean;
  /** Its digests are edited when the headline or lead of an article changes afterwards. */
  withEdits: boolean;
  /** `paused` by people; `suspended` because nothing can be sent there. */
  state: 'active' | 'paused' | 'suspended';
  /** Why it is suspended. */
  suspendedFor: 'gone' | 'forbidden' | null;
  createdAt: string;
  /** Every slot up to this instant has its edition in the queue. */
  enqueuedUntil: string;
  /** The position in the library up to which editions cover the articles. */
  position: number;
  /** The slot of the last edition that arrived. */
  sentUntil: string | null;
}

/** Settings for all subscriptions of a chat. */
export interface ChatSettings {
  zone?: string;
  language?: Language;
  quiet?: QuietHours;
  sendEmpty?: boolean;
  silent?: boolean;
  forFollowers?: boolean;
  withUpdates?: boolean;
  withEdits?: boolean;
}
