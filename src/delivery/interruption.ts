import type { SubscriptionStore } from '../subscription/store.ts';

interface Circumstances {
  subscriptions: Pick<SubscriptionStore, 'get'>;
  signal: AbortSignal;
}

/** A delivery goes no further for now: the process is about to end, or somebody paused or ended the subscription. */
export class DeliveryInterrupted extends Error {
  override readonly name = 'Ending';
  readonly why: 'stopped' | 'rests';

  constructor(why: DeliveryInterrupted['why']) {
    super(why);
    this.why = why;
  }
}

/** Throws an `Ending` where no further part of a delivery for a subscription may go out. */
export async function assertMayContinue(id: string, { subscriptions, signal }: Circumstances): Promise<void> {
  if (signal.aborted) throw new DeliveryInterrupted('stopped');
  const subscription = await subscriptions.get(id);
  // One that is parked finds that out by itself, or is back by then.
  if (subscription === undefined || subscription.state === 'paused') throw new DeliveryInterrupted('rests');
}
