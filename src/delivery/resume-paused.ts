import type { Subscription } from '../subscription/subscription.ts';
import type { DeliveryQueue } from './queue.ts';

/** What a pause broke off or held up goes on where it stopped, once its subscription is active again. */
export async function resumePausedDeliveries(
  { id, to }: Pick<Subscription, 'id' | 'to'>,
  { deliveries, now }: { deliveries: Pick<DeliveryQueue, 'of' | 'resend'>; now: Date },
): Promise<void> {
  for (const delivery of await deliveries.of(to)) {
    const { edition, reason } = delivery;
    const isKept = 'outcome' in delivery && delivery.outcome === 'failed' && reason === 'paused';
    if (isKept && edition.subscription === id) await deliveries.resend(edition.id, now);
  }
}
