import type { Edition } from '../../digest/edition.ts';
import type { Arrivals } from '../../library/arrivals.ts';
import { isQuiet, quietUntil } from '../../schedule/quiet-hours.ts';
import type { ScheduledSubscription, SubscriptionStore } from '../../subscription/store.ts';
import { isSameSchedule } from '../../subscription/subscribe.ts';
import type { Subscription } from '../../subscription/subscription.ts';
import { isDropped } from '../delivery.ts';
import type { DeliveryQueue } from '../queue.ts';
import { stepAtSlots } from './catch-up.ts';
import { createEdition, type EnqueueMoment, type EnqueueStep, type SubscriptionOf } from './enqueue-step.ts';
import type { SubscriptionIsolation } from './isolate-subscriptions.ts';

export interface EnqueueDeps {
  subscriptions: Pick<SubscriptionStore, 'due' | 'change'>;
  deliveries: Pick<DeliveryQueue, 'mergeUnsent' | 'get' | 'resend'>;
  arrivals: Arrivals;
  isolate: SubscriptionIsolation;
  yieldToEventLoop(): Promise<void>;
}

const BATCH = 200;
const MINUTE_MS = 60_000;

/**
 * Enqueues an edition for every subscription that is due, and returns how many. It is idempotent: after a crash it makes the
 * same editions with the same ids. A subscription that fails is tried again a minute later, and does not stop the others.
 */
export async function enqueueDue(now: Date, deps: EnqueueDeps): Promise<number> {
  const moment = { now, upTo: await deps.arrivals.position() };
  const failed = new Set<string>();
  let enqueued = 0;
  for (;;) {
    const due = await deps.subscriptions.due(now, BATCH);
    // One that could not even be postponed is still due.
    const untried = due.filter(({ id }) => !failed.has(id));
    const results = await Promise.all(untried.map((one) => enqueueOrPostpone(one, moment, deps)));
    for (const [index, { id }] of untried.entries()) if (results[index] === undefined) failed.add(id);
    enqueued += results.filter(Boolean).length;
    if (due.length < BATCH || untried.length === 0) return enqueued;
    await deps.yieldToEventLoop();
  }
}

/** Returns whether there was an edition; undefined if it failed. */
async function enqueueOrPostpone(
  subscription: Subscription,
  moment: EnqueueMoment,
  deps: EnqueueDeps,
): Promise<boolean | undefined> {
  const { id } = subscription;
  return await deps.isolate(id, async () => {
    try {
      return await enqueueOne(subscription, moment, deps);
    } catch (error) {
      // Otherwise enough of them would fill every batch.
      const nextAt = new Date(moment.now.getTime() + MINUTE_MS);
      await deps.subscriptions.change(id, (current) => ({ ...current, nextAt }));
      throw error;
    }
  });
}

/** Returns whether there was an edition. The queue comes first: after a crash in between the same edition is made again. */
async function enqueueOne(subscription: Subscription, moment: EnqueueMoment, deps: EnqueueDeps): Promise<boolean> {
  const { edition, nextAt, enqueuedUntil, position } = await nextStep(subscription, moment, deps);
  const queued = edition && (await enqueue(edition, moment, deps));
  await deps.subscriptions.change(
    subscription.id,
    ({ subscription: current, nextAt: currentNextAt }): ScheduledSubscription | undefined => {
      // A dropped delivery moved it back meanwhile, so that its articles come again.
      const reached = current.position < subscription.position ? current.position : (queued?.upTo ?? position);
      const further = { ...current, position: Math.max(current.position, reached) };
      if (isSameSchedule(current.schedule, subscription.schedule))
        return { subscription: { ...further, enqueuedUntil }, nextAt };
      // Somebody changed the schedule meanwhile: keep its next check.
      return queued && { subscription: further, nextAt: currentNextAt };
    },
  );
  return edition !== undefined;
}

/** Adds an edition, and returns it as it is in the queue: one from before a crash may cover fewer articles. */
async function enqueue(edition: Edition, { now }: EnqueueMoment, { deliveries }: EnqueueDeps): Promise<Edition> {
  // It covers the articles of unsent editions too, so that a chat never gets a burst of digests.
  await deliveries.mergeUnsent(edition.subscription, now, (unsent) => ({
    ...edition,
    after: Math.min(edition.after, ...unsent.map(({ after }) => after)),
  }));
  const known = await deliveries.get(edition.id);
  if (known === undefined) return edition;
  // Dropped while nobody was subscribed, and its articles were not sent since: send it after all.
  if (isDropped(known) && known.edition.after >= edition.after) await deliveries.resend(edition.id, now);
  return known.edition;
}

async function nextStep(subscription: Subscription, moment: EnqueueMoment, deps: EnqueueDeps): Promise<EnqueueStep> {
  const { schedule } = subscription;
  return schedule.kind === 'instant'
    ? await stepAtArrivals({ ...subscription, schedule }, moment, deps.arrivals)
    : await stepAtSlots({ ...subscription, schedule }, moment, deps.deliveries);
}

/** What came since the last check. The next check is the next tick, or when quiet hours end. */
async function stepAtArrivals(
  subscription: SubscriptionOf<'instant'>,
  { now, upTo }: EnqueueMoment,
  arrivals: Arrivals,
): Promise<EnqueueStep> {
  const { id, schedule, enqueuedUntil, position, selection, withUpdates } = subscription;
  if (isQuiet(schedule, now)) return { enqueuedUntil, position, nextAt: quietUntil(schedule, now) ?? null };
  const step = { enqueuedUntil: now.toISOString(), position: upTo, nextAt: new Date(now.getTime() + 1) };
  const { total } = await arrivals.between({ after: position, upTo, withUpdates }, selection, { offset: 0, limit: 1 });
  if (total === 0) return step;
  const coverage = { slot: now.toISOString(), next: null, missed: 0, after: position, upTo };
  // Named by the previous check: a check that a crash kept from being recorded makes the same id again.
  return { ...step, edition: createEdition(subscription, `${id}@n${Date.parse(enqueuedUntil)}`, coverage) };
}
