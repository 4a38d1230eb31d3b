import type { Address } from '../../src/subscription/address.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import { makeSubscription } from '../fakes/subscription.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A slot that all are due at: an hour or so ago, so that a bot makes up for it when it starts. */
export function pastSlot(now: Date): Date {
  return new Date(Math.floor((now.getTime() - HOUR_MS) / 60_000) * 60_000);
}

interface Due {
  /** Since when all of them are due. */
  slot: Date;
  told?: Partial<Subscription> | undefined;
}

/** Subscribes each of the addresses to a daily digest; the ids, in their order. */
export async function subscribeAll(
  addresses: readonly Address[],
  { slot, told }: Due,
  store: Pick<SubscriptionStore, 'saveAll'>,
): Promise<string[]> {
  const times = [slot.toISOString().slice(11, 16)];
  const schedule = { kind: 'daily', times, days: [1, 2, 3, 4, 5, 6, 7], zone: 'UTC' } as const;
  const entries = addresses.map((to, at) => {
    const id = (at + 1).toString(36).padStart(6, '0');
    const enqueuedUntil = new Date(slot.getTime() - DAY_MS).toISOString();
    return {
      subscription: makeSubscription({ id, to, schedule, enqueuedUntil, style: 'full', ...told }),
      nextAt: slot,
    };
  });
  await store.saveAll(entries);
  return entries.map(({ subscription }) => subscription.id);
}

/** The id of the edition that a subscription has at a slot. */
export function editionAt(subscription: string, slot: Date): string {
  return `${subscription}@${slot.toISOString().slice(0, 16)}Z`;
}
