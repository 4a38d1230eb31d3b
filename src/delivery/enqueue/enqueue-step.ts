import type { Edition } from '../../digest/edition.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { Subscription } from '../../subscription/subscription.ts';

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
  const { to, selection, style, language, schedule, ...others } = subscription;
  const { sendEmpty, silent, forFollowers, withUpdates, withEdits } = others;
  const content = { to, selection, style, language, zone: schedule.zone };
  const options = { sendEmpty, silent, forFollowers, withUpdates, withEdits };
  return { id, subscription: subscription.id, ...coverage, ...content, ...options };
}
