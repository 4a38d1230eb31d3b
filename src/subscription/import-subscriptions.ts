import { nextCheck } from '../schedule/next-check.ts';
import type { Address } from './address.ts';
import { pausedAt } from './resume.ts';
import type { PortableSubscription } from './settings-file.ts';
import type { ScheduledSubscription, SubscriptionStore } from './store.ts';
import { beginSubscription, isSameSchedule, isSameSelection, MAX_SUBSCRIPTIONS } from './subscribe.ts';
import type { Subscription } from './subscription.ts';
import { unusedId } from './unused-id.ts';

interface ImportDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat' | 'save' | 'change'>;
  newId: () => string;
  now: Date;
  /** The newest position of the library. */
  position: number;
}

/** How many subscriptions were added, changed, or there already; and for how many there was no room. */
export interface ImportedSubscriptions {
  added: number;
  changed: number;
  same: number;
  leftOut: number;
}

/**
 * Adds subscriptions to a place. One with the selection of an existing one changes that one instead, the one with the same
 * schedule first, so that the same file twice changes nothing. A changed one stays paused or active as it is.
 */
export async function importSubscriptions(
  portable: readonly PortableSubscription[],
  to: Address,
  deps: ImportDeps,
): Promise<ImportedSubscriptions> {
  const counts = { added: 0, changed: 0, same: 0, leftOut: 0 };
  const all = await deps.subscriptions.forChat({ platform: to.platform, chat: to.chat });
  const free = new Set(all.filter((one) => one.to.thread === to.thread));
  let room = MAX_SUBSCRIPTIONS - all.length;
  for (const one of portable) {
    const equal = findEqual(one, [...free]);
    if (equal !== undefined) {
      free.delete(equal);
      counts[(await change(equal, one, deps)) ? 'changed' : 'same'] += 1;
    } else if (room > 0) {
      await add(one, to, deps);
      room -= 1;
      counts.added += 1;
    } else counts.leftOut += 1;
  }
  return counts;
}

function findEqual({ selection, schedule }: PortableSubscription, free: readonly Subscription[]) {
  const same = free.filter((one) => isSameSelection(one.selection, selection));
  return same.find((one) => isSameSchedule(one.schedule, schedule)) ?? same[0];
}

async function add({ paused, ...portable }: PortableSubscription, to: Address, deps: ImportDeps): Promise<void> {
  const { subscriptions, now, position } = deps;
  const begun = beginSubscription({ id: await unusedId(deps), to, ...portable }, { now, position });
  const subscription = paused ? { ...begun, ...pausedAt(now) } : begun;
  await subscriptions.save(subscription, paused ? null : nextCheck(subscription.schedule, now));
}

/** Returns whether anything changed. */
async function change(
  { id }: Subscription,
  { paused: _paused, selection: _selection, ...portable }: PortableSubscription,
  { subscriptions, now }: ImportDeps,
): Promise<boolean> {
  let hasChanged = false;
  await subscriptions.change(id, ({ subscription, nextAt }): ScheduledSubscription | undefined => {
    const { schedule, ...rest } = portable;
    const isScheduleSame = isSameSchedule(schedule, subscription.schedule);
    hasChanged =
      !isScheduleSame || Object.entries(rest).some(([key, value]) => subscription[key as keyof typeof rest] !== value);
    if (!hasChanged) return undefined;
    const changed = { ...subscription, ...rest };
    if (isScheduleSame || subscription.state !== 'active') return { subscription: { ...changed, schedule }, nextAt };
    // A slot that is already past in the new schedule must not be sent.
    return {
      subscription: { ...changed, schedule, enqueuedUntil: now.toISOString() },
      nextAt: nextCheck(schedule, now),
    };
  });
  return hasChanged;
}
