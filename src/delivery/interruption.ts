import type { SubscriptionStore } from '../subscription/store.ts';

interface InterruptionDeps {
  subscriptions: Pick<SubscriptionStore, 'get'>;
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

/** Throws `DeliveryInterrupted` if no further part may be sent for this subscription. */
export async function assertMayContinue(id: string, { subscriptions, signal }: InterruptionDeps): Promise<void> {
  if (signal.aborted) throw new DeliveryInterrupted('stopping');
  const subscription = await subscriptions.get(id);
  // The platform refuses parts for a suspended one, unless the bot is back by then.
  if (subscription === undefined || subscription.state === 'paused') throw new DeliveryInterrupted('inactive');
}
