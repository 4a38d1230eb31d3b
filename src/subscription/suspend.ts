import type { Address } from './address.ts';
import type { SubscriptionStore } from './store.ts';
import type { Subscription } from './subscription.ts';

type Store = Pick<SubscriptionStore, 'change'>;

/** Suspends an active subscription because nothing can be sent there. Returns what is stored then. */
export async function suspend(
  id: string,
  suspendedFor: 'gone' | 'forbidden',
  subscriptions: Store,
): Promise<Subscription | undefined> {
  return await subscriptions.change(id, ({ subscription, nextAt }) =>
    // A paused one must not become active when the bot comes back.
    subscription.state === 'active'
      ? { subscription: { ...subscription, state: 'suspended', suspendedFor }, nextAt }
      : undefined,
  );
}

/** Reactivates a suspended subscription. */
export async function unsuspend(id: string, subscriptions: Store): Promise<void> {
  await subscriptions.change(id, ({ subscription, nextAt }) =>
    subscription.state === 'suspended'
      ? { subscription: { ...subscription, state: 'active', suspendedFor: null }, nextAt }
      : undefined,
  );
}

/**
 * Whether a message at one address proves that the bot can send to another: to the same address, or to the forum around a
 * post. It proves nothing about other threads, nor about another server, where the bot may be no member.
 */
export function provesReachable({ thread, server }: Address, heard: Address): boolean {
  const isSamePlace = thread === heard.thread || (thread === undefined && heard.forum === true);
  return isSamePlace && (server === undefined || server === heard.server);
}
