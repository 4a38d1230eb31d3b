import type { Address, Language } from '../ports.ts';
import type { View } from '../view/view.ts';
import type { DigestStyle } from './digest.ts';
import type { Selection } from '../subscription/subscription.ts';

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

/** An edition on its way. */
export interface Delivery {
  edition: Edition;
  /** How often it has been tried, without the try in hand. */
  tries: number;
  /** The view that is being sent, once it is made: it stays the same for all parts and tries. */
  view: View | null;
  /** The ids of the messages of each part that arrived. */
  done: readonly (readonly string[])[];
  /** Why the last try did not arrive. */
  reason: string | null;
  /** When it was added, ISO 8601, UTC. */
  addedAt: string;
}

/** How a delivery ended. `empty`: nothing came, and nothing was said. `merged`: a later edition covers it. */
export type Outcome = 'sent' | 'empty' | 'merged' | 'failed' | 'dropped';

/** A delivery that has ended. */
export interface Delivered extends Delivery {
  outcome: Outcome;
  endedAt: string;
}
