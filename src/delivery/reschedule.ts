import { isQuiet, quietUntil } from '../schedule/quiet-hours.ts';
import { nextSlot } from '../schedule/slots.ts';
import type { StateStore } from '../state-store.ts';
import type { Planned, SubscriptionStore } from '../subscription/store.ts';

export interface RescheduleDeps {
  subscriptions: Pick<SubscriptionStore, 'page' | 'change'>;
  /** How far back a slot that was missed is made up for, in milliseconds. */
  catchUpMs: number;
  /** Lets others have a turn between two batches. */
  yieldToEventLoop(): Promise<void>;
  /** Says that there is no use in going on. */
  signal: AbortSignal;
}

const BATCH = 200;
const MINUTE_MS = 60_000;

/**
 * Plans every active subscription anew, by the rules that its zone has now and the clock as it is now; how many were
 * planned otherwise. What is published already stays so.
 */
export async function reschedule(now: Date, deps: RescheduleDeps): Promise<number> {
  let changed = 0;
  let last = '';
  while (!deps.signal.aborted) {
    const page = await deps.subscriptions.page(last, BATCH);
    const changes = page.filter(({ state }) => state === 'active').map(({ id }) => replanOne(id, now, deps));
    changed += (await Promise.all(changes)).filter(Boolean).length;
    last = page.at(-1)?.id ?? last;
    if (page.length < BATCH) break;
    await deps.yieldToEventLoop();
  }
  return changed;
}

async function replanOne(id: string, now: Date, { subscriptions, catchUpMs }: RescheduleDeps): Promise<boolean> {
  let changed = false;
  await subscriptions.change(id, ({ subscription, nextAt }) => {
    const publishedUntil = earlier(subscription.publishedUntil, now);
    const planned = planAt({ subscription: { ...subscription, publishedUntil }, nextAt }, now, catchUpMs);
    changed = planned.getTime() !== nextAt?.getTime() || publishedUntil !== subscription.publishedUntil;
    return changed ? { subscription: { ...subscription, publishedUntil }, nextAt: planned } : undefined;
  });
  return changed;
}

/** What was published for a time to come was so by a clock that was wrong: from now on it counts from now. */
function earlier(publishedUntil: string, now: Date): string {
  return Date.parse(publishedUntil) > now.getTime() ? now.toISOString() : publishedUntil;
}

/** When one is to be looked at next: at its first slot that nothing was published for. */
function planAt({ subscription, nextAt }: Planned, now: Date, catchUpMs: number): Date {
  const { schedule, publishedUntil } = subscription;
  if (schedule.kind === 'daily') {
    return nextSlot(schedule, new Date(Math.max(now.getTime() - catchUpMs, Date.parse(publishedUntil))));
  }
  if (isQuiet(schedule, now)) return quietUntil(schedule, now) ?? now;
  return new Date(Math.min(now.getTime() + MINUTE_MS, nextAt?.getTime() ?? 0));
}

interface Kept {
  rules: string;
  atMs: number;
}

export interface ReschedulingDeps extends RescheduleDeps {
  /** Where it is kept by which rules and until when all is planned. */
  planning: Pick<StateStore, 'get' | 'set'>;
  /** Names the rules of zones that this program goes by. */
  rules: string;
}

const KEY = 'planned';

/**
 * Plans all anew where the program goes by other rules of zones than the one before, and whenever the clock has gone back: what
 * was planned by a clock that was a year ahead would not come for a year.
 */
export function createRescheduling({ planning, rules, ...deps }: ReschedulingDeps): (now: Date) => Promise<void> {
  return async (now) => {
    const kept = await planning.get<Kept>(KEY);
    if (kept?.rules !== rules || now.getTime() < kept.atMs) await reschedule(now, deps);
    if (!deps.signal.aborted) await planning.set<Kept>(KEY, { rules, atMs: now.getTime() });
  };
}
