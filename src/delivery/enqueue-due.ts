import type { Edition } from '../digest/edition.ts';
import type { Arrivals } from '../library/arrivals.ts';
import { isQuiet, quietUntil } from '../schedule/quiet-hours.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { lastSlot, nextSlot } from '../schedule/slots.ts';
import type { ScheduledSubscription, SubscriptionStore } from '../subscription/store.ts';
import { isSameSchedule } from '../subscription/subscribe.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Delivered, Delivery } from './delivery.ts';
import type { DeliveryQueue } from './queue.ts';

export interface EnqueueDeps {
  subscriptions: Pick<SubscriptionStore, 'due' | 'change'>;
  deliveries: Pick<DeliveryQueue, 'mergeUnsent' | 'get' | 'resend'>;
  arrivals: Arrivals;
  /** How far back a missed slot is still made up for, in milliseconds. */
  catchUpMs: number;
  yieldToEventLoop(): Promise<void>;
}

const BATCH = 200;
const MINUTE_MS = 60_000;

/**
 * Enqueues an edition for every subscription that is due, and returns how many. It is idempotent: after a crash it makes the
 * same editions with the same ids.
 */
export async function enqueueDue(now: Date, deps: EnqueueDeps): Promise<number> {
  const moment = { now, upTo: await deps.arrivals.position() };
  let enqueued = 0;
  for (;;) {
    const due = await deps.subscriptions.due(now, BATCH);
    const results = await Promise.all(due.map((subscription) => enqueueOne(subscription, moment, deps)));
    enqueued += results.filter(Boolean).length;
    if (due.length < BATCH) return enqueued;
    await deps.yieldToEventLoop();
  }
}

interface Moment {
  now: Date;
  /** The newest position of the library. */
  upTo: number;
}

/** The new progress of a subscription, with the edition that covers it. */
interface Step extends Pick<Subscription, 'enqueuedUntil' | 'position'> {
  nextAt: Date | null;
  edition?: Edition;
}

/** Returns whether there was an edition. The queue comes first: after a crash in between the same edition is made again. */
async function enqueueOne(subscription: Subscription, moment: Moment, deps: EnqueueDeps): Promise<boolean> {
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
async function enqueue(edition: Edition, { now }: Moment, { deliveries }: EnqueueDeps): Promise<Edition> {
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

function isDropped(delivery: Delivery | Delivered): boolean {
  return 'outcome' in delivery && delivery.outcome === 'dropped';
}

type Of<Kind> = Subscription & { schedule: Extract<Schedule, { kind: Kind }> };

async function nextStep(subscription: Subscription, moment: Moment, deps: EnqueueDeps): Promise<Step> {
  const { schedule } = subscription;
  return schedule.kind === 'instant'
    ? await stepAtArrivals({ ...subscription, schedule }, moment, deps)
    : await stepAtSlots({ ...subscription, schedule }, moment, deps);
}

/** One edition for all slots since the last one that are not too long ago. */
async function stepAtSlots(subscription: Of<'daily'>, { now, upTo }: Moment, deps: EnqueueDeps): Promise<Step> {
  const { id, schedule, enqueuedUntil, position } = subscription;
  const earliest = now.getTime() - deps.catchUpMs;
  // A time in the future comes from a clock that was wrong: count from now.
  const last = Math.max(Math.min(Date.parse(enqueuedUntil), now.getTime()), earliest);
  const found = lastSlot(schedule, { after: new Date(last), upTo: now });
  const nextAt = nextSlot(schedule, now);
  if (found === undefined) return { enqueuedUntil: new Date(last).toISOString(), position, nextAt };
  const slot = found.slot.toISOString();
  const after = await readReached(subscription, found.slot, deps);
  const coverage = { slot, next: nextAt.toISOString(), missed: found.missed, after, upTo };
  const edition = toEdition(subscription, idAt(id, found.slot), coverage);
  return { enqueuedUntil: slot, position: upTo, nextAt, edition };
}

const MAX_SLOTS_BACK = 7;

/** The position reached before a slot. A crash may have kept an earlier edition from being recorded in the subscription. */
async function readReached(subscription: Of<'daily'>, before: Date, { deliveries }: EnqueueDeps): Promise<number> {
  const { id, schedule, enqueuedUntil, position } = subscription;
  let upTo = before;
  for (let count = 0; count < MAX_SLOTS_BACK; count += 1) {
    const earlier = lastSlot(schedule, { after: new Date(enqueuedUntil), upTo: new Date(upTo.getTime() - 1) });
    if (earlier === undefined) return position;
    const known = await deliveries.get(idAt(id, earlier.slot));
    if (known !== undefined && !isDropped(known)) return Math.max(position, known.edition.upTo);
    upTo = earlier.slot;
  }
  return position;
}

function idAt(subscription: string, slot: Date): string {
  return `${subscription}@${slot.toISOString().slice(0, 16)}Z`;
}

/** What came since the last check. In quiet hours the next check is when they end. */
async function stepAtArrivals(subscription: Of<'instant'>, moment: Moment, { arrivals }: EnqueueDeps): Promise<Step> {
  const { id, schedule, enqueuedUntil, position, selection, withUpdates } = subscription;
  const { now, upTo } = moment;
  if (isQuiet(schedule, now)) return { enqueuedUntil, position, nextAt: quietUntil(schedule, now) ?? null };
  const step = { enqueuedUntil: now.toISOString(), position: upTo, nextAt: new Date(now.getTime() + MINUTE_MS) };
  const { total } = await arrivals.between({ after: position, upTo, withUpdates }, selection, { offset: 0, limit: 1 });
  if (total === 0) return step;
  const coverage = { slot: now.toISOString(), next: null, missed: 0, after: position, upTo };
  // Named by the previous check: a check that a crash kept from being recorded makes the same id again.
  return { ...step, edition: toEdition(subscription, `${id}@n${Date.parse(enqueuedUntil)}`, coverage) };
}

type Coverage = Pick<Edition, 'slot' | 'next' | 'missed' | 'after' | 'upTo'>;

function toEdition(subscription: Subscription, id: string, coverage: Coverage): Edition {
  const { to, selection, style, language, schedule, tellEmpty, silent, forFollowers, withUpdates } = subscription;
  const how = { to, selection, style, language, zone: schedule.zone, tellEmpty, silent, forFollowers, withUpdates };
  return { id, subscription: subscription.id, ...coverage, ...how };
}
