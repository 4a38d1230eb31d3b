import type { Edition } from '../digest/edition.ts';
import type { View } from '../view/view.ts';

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
