import type { Subscription } from '../../subscription/subscription.ts';
import type { DeliveryQueue } from '../queue.ts';

/** Continues the deliveries that a pause interrupted, once their subscription is active again. */
export async function resumePausedDeliveries(
  { id, to }: Pick<Subscription, 'id' | 'to'>,
  { deliveries, now }: { deliveries: Pick<DeliveryQueue, 'forChat' | 'resend'>; now: Date },
): Promise<void> {
  for (const delivery of await deliveries.forChat(to)) {
    const { edition, failureReason } = delivery;
    const isInterrupted = 'outcome' in delivery && delivery.outcome === 'failed' && failureReason === 'paused';
    if (isInterrupted && edition.subscription === id) await deliveries.resend(edition.id, now);
  }
}
