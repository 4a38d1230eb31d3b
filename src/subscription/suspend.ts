import type { Address } from './address.ts';
import type { SubscriptionStore } from './store.ts';
import type { Subscription } from './subscription.ts';

type Store = Pick<SubscriptionStore, 'change'>;

/** Lets a subscription rest because nothing can be sent there, if it is active then; gives what is kept. */
export async function suspend(
  id: string,
  parkedFor: 'gone' | 'forbidden',
  subscriptions: Store,
): Promise<Subscription | undefined> {
  return await subscriptions.change(id, ({ subscription, nextAt }) =>
    // What people paused stays so, also where the bot comes back.
    subscription.state === 'active'
      ? { subscription: { ...subscription, state: 'parked', parkedFor }, nextAt }
      : undefined,
  );
}

/** Something can be sent there again: what rested for that goes on. */
export async function unsuspend(id: string, subscriptions: Store): Promise<void> {
  await subscriptions.change(id, ({ subscription, nextAt }) =>
    subscription.state === 'parked'
      ? { subscription: { ...subscription, state: 'active', parkedFor: null }, nextAt }
      : undefined,
  );
}

/**
 * Whether somebody who was heard at an address shows that something can be sent to another: that it is the same, or the forum
 * around a post. Of its other threads a chat says nothing; nor does a guest, whom the bot follows to where it is no member.
 */
export function isShownBy({ thread, server }: Address, heard: Address): boolean {
  const isPlace = thread === heard.thread || (thread === undefined && heard.forum === true);
  return isPlace && (server === undefined || server === heard.server);
}
