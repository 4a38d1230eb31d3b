import type { Selection } from '../library/selection.ts';
import type { Language } from '../locales/language.ts';
import type { QuietHours, Schedule } from '../schedule/schedule.ts';
import type { Address } from './address.ts';
import type { DigestStyle } from './digest-style.ts';

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
