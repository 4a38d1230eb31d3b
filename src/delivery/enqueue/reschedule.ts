import { isQuiet, quietUntil } from '../../schedule/quiet-hours.ts';
import { nextSlot } from '../../schedule/slots.ts';
import type { StateStore } from '../../state-store.ts';
import type { ScheduledSubscription } from '../../subscription/store.ts';
import { CATCH_UP_MS } from './catch-up.ts';
import { forEachSubscription, type PagingDeps } from './for-each-subscription.ts';

export type RescheduleDeps = PagingDeps;

const MINUTE_MS = 60_000;

/**
 * Computes the next check of every active subscription again, with the current zone rules and clock. Returns how many
 * changed. Editions that are enqueued already stay. One that fails keeps its next check.
 */
export async function reschedule(now: Date, deps: RescheduleDeps): Promise<number> {
  let changed = 0;
  await forEachSubscription(
    ({ state }) => state === 'active',
    async (id) => {
      if (await rescheduleOne(id, now, deps)) changed += 1;
    },
    deps,
  );
  return changed;
}

async function rescheduleOne(id: string, now: Date, { subscriptions }: RescheduleDeps): Promise<boolean> {
  let changed = false;
  await subscriptions.change(id, ({ subscription, nextAt }) => {
    const enqueuedUntil = notAfter(now, subscription.enqueuedUntil);
    const next = nextCheckOf({ subscription: { ...subscription, enqueuedUntil }, nextAt }, now);
    changed = next.getTime() !== nextAt?.getTime() || enqueuedUntil !== subscription.enqueuedUntil;
    return changed ? { subscription: { ...subscription, enqueuedUntil }, nextAt: next } : undefined;
  });
  return changed;
}

/** A time in the future comes from a clock that was wrong: count from now. */
function notAfter(now: Date, enqueuedUntil: string): string {
  return Date.parse(enqueuedUntil) > now.getTime() ? now.toISOString() : enqueuedUntil;
}

/** The first slot without an edition; instant subscriptions are checked every minute. */
function nextCheckOf({ subscription, nextAt }: ScheduledSubscription, now: Date): Date {
  const { schedule, enqueuedUntil } = subscription;
  if (schedule.kind === 'daily') {
    return nextSlot(schedule, new Date(Math.max(now.getTime() - CATCH_UP_MS, Date.parse(enqueuedUntil))));
  }
  if (isQuiet(schedule, now)) return quietUntil(schedule, now) ?? now;
  return new Date(Math.min(now.getTime() + MINUTE_MS, nextAt?.getTime() ?? 0));
}

/** What is stored. Its names are in existing state files. */
interface LastSchedule {
  /** The version of the time zone database. */
  rules: string;
  atMs: number;
}

export interface ReschedulingDeps extends RescheduleDeps {
  /** Stores with which time zone database and at what time everything was scheduled last. */
  scheduleState: Pick<StateStore, 'get' | 'set'>;
  /** The version of the time zone database of this program. */
  tzdataVersion: string;
}

const KEY = 'planned';

/**
 * Reschedules everything if the zone rules have changed or the clock has gone back: what was scheduled by a clock that was a
 * year ahead would not come for a year.
 */
export function createRescheduling({
  scheduleState,
  tzdataVersion,
  ...deps
}: ReschedulingDeps): (now: Date) => Promise<void> {
  return async (now) => {
    const last = await scheduleState.get<LastSchedule>(KEY);
    if (last?.rules !== tzdataVersion || now.getTime() < last.atMs) await reschedule(now, deps);
    if (!deps.signal.aborted) await scheduleState.set<LastSchedule>(KEY, { rules: tzdataVersion, atMs: now.getTime() });
  };
}
