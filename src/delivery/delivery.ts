import type { Edition } from '../digest/edition.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { View } from '../view/view.ts';

/** An edition in the delivery queue. */
export interface Delivery {
  edition: Edition;
  /** How often it has been attempted since the last confirmed part, without the attempt in progress. */
  attempts: number;
  /** The view that is being sent, once it is composed. It stays the same for all parts and attempts. */
  view: View | null;
  /** The message ids of each part that the platform confirmed. */
  confirmedParts: readonly (readonly string[])[];
  /** Why the last attempt failed, or why the delivery ended without arriving. */
  failureReason: string | null;
  /** When it was added, ISO 8601, UTC. */
  addedAt: string;
}

/** How a delivery ended. `empty`: there were no articles, and nothing was sent. `merged`: a later edition covers it. */
export type Outcome = 'sent' | 'empty' | 'merged' | 'failed' | 'dropped';

/** A delivery that has ended. */
export interface Delivered extends Delivery {
  outcome: Outcome;
  endedAt: string;
}

/** Whether a dropped delivery can still be sent by itself: no later edition has covered its articles. */
export function canSendDropped(
  { edition }: Delivery,
  { id, position }: Pick<Subscription, 'id' | 'position'>,
): boolean {
  return edition.subscription === id && position <= edition.after;
}

/** Whether a delivery ended because nobody was subscribed; its articles come with a later edition. */
export function isDropped(delivery: Delivery | Delivered): delivery is Delivered {
  return 'outcome' in delivery && delivery.outcome === 'dropped';
}

/** Whether a delivery waits for something that people can fix: then it is retried hours apart. */
export function isHeld(delivery: Delivery | Delivered): boolean {
  const { failureReason } = delivery;
  return !('outcome' in delivery) && (failureReason === 'forbidden' || failureReason === 'gone');
}
