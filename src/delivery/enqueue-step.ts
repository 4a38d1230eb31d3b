import type { Edition } from '../digest/edition.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Subscription } from '../subscription/subscription.ts';

/** The time and the state of the library at which due subscriptions are enqueued. */
export interface EnqueueMoment {
  now: Date;
  /** The newest position of the library. */
  upTo: number;
}

/** The new progress of a subscription, with the edition that covers it. */
export interface EnqueueStep extends Pick<Subscription, 'enqueuedUntil' | 'position'> {
  nextAt: Date | null;
  edition?: Edition;
}

/** A subscription with one kind of schedule. */
export type SubscriptionOf<Kind extends Schedule['kind']> = Subscription & {
  schedule: Extract<Schedule, { kind: Kind }>;
};

type Coverage = Pick<Edition, 'slot' | 'next' | 'missed' | 'after' | 'upTo'>;

/** Creates the edition of a subscription that covers these articles. */
export function createEdition(subscription: Subscription, id: string, coverage: Coverage): Edition {
  const { to, selection, style, language, schedule, sendEmpty, silent, forFollowers, withUpdates } = subscription;
  const options = { to, selection, style, language, zone: schedule.zone, sendEmpty, silent, forFollowers, withUpdates };
  return { id, subscription: subscription.id, ...coverage, ...options };
}
