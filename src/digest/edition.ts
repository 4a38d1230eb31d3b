import type { Selection } from '../library/selection.ts';
import type { Language } from '../locales/language.ts';
import type { Address } from '../subscription/address.ts';
import type { DigestStyle } from '../subscription/digest-style.ts';

/** One digest of one subscription: what came into the library between two positions, for one slot. Plain data. */
export interface Edition {
  /** `subscription@slot`: the same however often it is made. */
  id: string;
  subscription: string;
  to: Address;
  /** When it is for, ISO 8601, UTC. */
  slot: string;
  /** The next slot after it, where there is one. */
  next: string | null;
  /** The slots before it that it stands in for, because nothing could be sent then. */
  missed: number;
  /** It covers the articles that came into the library after this position … */
  after: number;
  /** … and up to this one, … */
  upTo: number;
  /** … and those from before that were changed meanwhile. */
  withUpdates: boolean;
  selection: Selection;
  style: DigestStyle;
  language: Language;
  zone: string;
  tellEmpty: boolean;
  silent: boolean;
  forFollowers: boolean;
}
