import type { Place, SubscriptionStore } from '../../subscription/store.ts';
import { isHeld } from '../delivery.ts';
import type { DeliveryQueue } from '../queue.ts';

interface RetryDeps {
  subscriptions: Pick<SubscriptionStore, 'inPlace'>;
  deliveries: Pick<DeliveryQueue, 'forChat' | 'resend'>;
  now: Date;
}

/** Sends at once what waits because the bot could not post in a place, now that it may be able to. */
export async function retryHeld(place: Place, { subscriptions, deliveries, now }: RetryDeps): Promise<void> {
  const chats = new Map((await subscriptions.inPlace(place)).map(({ to }) => [to.chat, to]));
  for (const chat of chats.values()) {
    for (const delivery of await deliveries.forChat(chat)) {
      if (isHeld(delivery)) await deliveries.resend(delivery.edition.id, now);
    }
  }
}
