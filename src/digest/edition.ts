import type { Selection } from '../library/selection.ts';
import type { Language } from '../locales/languages.ts';
import type { Address } from '../subscription/address.ts';
import type { DigestStyle } from '../subscription/digest-style.ts';

/** A scheduled digest of one subscription for one slot: the articles between two positions of the library. Plain data. */
export interface Edition {
  /** `subscription@slot`, so that making it again gives the same id. */
  id: string;
  subscription: string;
  to: Address;
  /** Its scheduled time, ISO 8601, UTC. */
  slot: string;
  /** The next slot, if there is one. */
  next: string | null;
  /** How many missed slots before it this edition covers. */
  missed: number;
  /** It covers the articles after this position … */
  after: number;
  /** … and up to this one, … */
  upTo: number;
  /** … and older ones that changed in between. */
  withUpdates: boolean;
  /** It is edited when the headline or lead of one of its articles changes after it was sent. */
  withEdits: boolean;
  selection: Selection;
  style: DigestStyle;
  language: Language;
  zone: string;
  sendEmpty: boolean;
  silent: boolean;
  forFollowers: boolean;
}
