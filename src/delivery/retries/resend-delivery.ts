import type { SubscriptionStore } from '../../subscription/store.ts';
import { canSendDropped, type Delivered, type Delivery, isDropped } from '../delivery.ts';
import type { DeliveryQueue } from '../queue.ts';

interface ResendDeps {
  deliveries: Pick<DeliveryQueue, 'resend'>;
  subscriptions: Pick<SubscriptionStore, 'get' | 'change'>;
  now: Date;
}

/**
 * What became of it: `gone`, the subscription has ended; `paused` or `resting`, it is not active, and a pause interrupted this
 * delivery or did not; `nothing`, it needs not be sent, or its articles come with the next one.
 */
export type Resent = 'resent' | 'gone' | 'paused' | 'resting' | 'nothing';

/** Sends a failed or dropped delivery again, from where it stopped. */
export async function resendDelivery(
  delivery: Delivery | Delivered,
  { deliveries, subscriptions, now }: ResendDeps,
): Promise<Resent> {
  const { edition, failureReason } = delivery;
  const subscription = await subscriptions.get(edition.subscription);
  if (subscription === undefined) return 'gone';
  // Resuming also resumes what the pause interrupted.
  if (subscription.state !== 'active') return failureReason === 'paused' ? 'paused' : 'resting';
  const isInNext = isDropped(delivery) && !canSendDropped(delivery, subscription);
  const again = !isInNext && (await deliveries.resend(edition.id, now));
  // Otherwise the articles of a dropped one come with the next digest too.
  if (again && isDropped(delivery)) await skipTo(edition.upTo, subscription.id, subscriptions);
  return again ? 'resent' : 'nothing';
}

async function skipTo(position: number, id: string, subscriptions: Pick<SubscriptionStore, 'change'>): Promise<void> {
  await subscriptions.change(id, ({ subscription, nextAt }) => ({
    subscription: { ...subscription, position: Math.max(subscription.position, position) },
    nextAt,
  }));
}
