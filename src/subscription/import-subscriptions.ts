import { nextCheck } from '../schedule/next-check.ts';
import type { Address } from './address.ts';
import { pausedAt } from './resume.ts';
import { type PortableSubscription, toPortable } from './settings-file.ts';
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

/** The subscriptions that were added and changed, as they were before; and how many were there already, and had no room. */
export interface ImportedSubscriptions {
  added: string[];
  changed: { id: string; before: PortableSubscription }[];
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
  const imported: ImportedSubscriptions = { added: [], changed: [], same: 0, leftOut: 0 };
  const all = await deps.subscriptions.forChat({ platform: to.platform, chat: to.chat });
  const free = new Set(all.filter((one) => one.to.thread === to.thread));
  let room = MAX_SUBSCRIPTIONS - all.length;
  for (const one of portable) {
    const equal = findEqual(one, [...free]);
    if (equal !== undefined) {
      free.delete(equal);
      const before = await changeImported(equal.id, one, deps);
      if (before === undefined) imported.same += 1;
      else imported.changed.push({ id: equal.id, before });
    } else if (room > 0) {
      imported.added.push(await add(one, to, deps));
      room -= 1;
    } else imported.leftOut += 1;
  }
  return imported;
}

function findEqual({ selection, schedule }: PortableSubscription, free: readonly Subscription[]) {
  const same = free.filter((one) => isSameSelection(one.selection, selection));
  return same.find((one) => isSameSchedule(one.schedule, schedule)) ?? same[0];
}

/** Returns the id. */
async function add({ paused, ...portable }: PortableSubscription, to: Address, deps: ImportDeps): Promise<string> {
  const { subscriptions, now, position } = deps;
  const begun = beginSubscription({ id: await unusedId(deps), to, ...portable }, { now, position });
  const subscription = paused ? { ...begun, ...pausedAt(now) } : begun;
  await subscriptions.save(subscription, paused ? null : nextCheck(subscription.schedule, now));
  return subscription.id;
}

/** Gives a subscription everything but the selection and the state. Returns how it was; undefined if nothing changes. */
export async function changeImported(
  id: string,
  { paused: _paused, selection: _selection, ...portable }: PortableSubscription,
  { subscriptions, now }: { subscriptions: Pick<SubscriptionStore, 'change'>; now: Date },
): Promise<PortableSubscription | undefined> {
  let before: PortableSubscription | undefined;
  await subscriptions.change(id, ({ subscription, nextAt }): ScheduledSubscription | undefined => {
    const { schedule, ...rest } = portable;
    const isScheduleSame = isSameSchedule(schedule, subscription.schedule);
    const hasChanged =
      !isScheduleSame || Object.entries(rest).some(([key, value]) => subscription[key as keyof typeof rest] !== value);
    before = hasChanged ? toPortable(subscription) : undefined;
    if (!hasChanged) return undefined;
    const changed = { ...subscription, ...rest };
    if (isScheduleSame || subscription.state !== 'active') return { subscription: { ...changed, schedule }, nextAt };
    // A slot that is already past in the new schedule must not be sent.
    return {
      subscription: { ...changed, schedule, enqueuedUntil: now.toISOString() },
      nextAt: nextCheck(schedule, now),
    };
  });
  return before;
}
