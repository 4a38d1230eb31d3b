import type { Edition } from '../digest/edition.ts';
import type { SubscriptionStore } from '../subscription/store.ts';
import type { DeliveryQueue } from './queue.ts';

interface InterruptionDeps {
  subscriptions: Pick<SubscriptionStore, 'get'>;
  deliveries: Pick<DeliveryQueue, 'assertHeld'>;
  signal: AbortSignal;
}

/** Interrupts a delivery between two parts: the process stops, or the subscription was paused or removed. */
export class DeliveryInterrupted extends Error {
  override readonly name = 'DeliveryInterrupted';
  readonly why: 'stopping' | 'inactive';

  constructor(why: DeliveryInterrupted['why']) {
    super(why);
    this.why = why;
  }
}

/** Throws `DeliveryInterrupted` or `DeliveryLost` if no further part of an edition may be sent. */
export async function assertMayContinue(
  edition: Pick<Edition, 'id' | 'subscription'>,
  { subscriptions, deliveries, signal }: InterruptionDeps,
): Promise<void> {
  if (signal.aborted) throw new DeliveryInterrupted('stopping');
  const subscription = await subscriptions.get(edition.subscription);
  // The platform refuses parts for a suspended one, unless the bot is back by then.
  if (subscription === undefined || subscription.state === 'paused') throw new DeliveryInterrupted('inactive');
  // Last, because waiting for the store takes time.
  await deliveries.assertHeld(edition.id);
}
