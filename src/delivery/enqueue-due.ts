import type { Edition } from '../digest/edition.ts';
import type { Arrivals } from '../library/arrivals.ts';
import { isQuiet, quietUntil } from '../schedule/quiet-hours.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { lastSlot, nextSlot } from '../schedule/slots.ts';
import type { Planned, SubscriptionStore } from '../subscription/store.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Delivered, Delivery } from './delivery.ts';
import type { DeliveryQueue } from './queue.ts';

export interface EnqueueDeps {
  subscriptions: Pick<SubscriptionStore, 'due' | 'change'>;
  deliveries: Pick<DeliveryQueue, 'absorb' | 'get' | 'resend'>;
  arrivals: Arrivals;
  /** How far back a slot that was missed is made up for, in milliseconds. */
  catchUpMs: number;
  /** Lets others have a turn between two batches. */
  yieldToEventLoop(): Promise<void>;
}

/** So many subscriptions are looked at between two turns of others. */
const BATCH = 200;
const MINUTE_MS = 60_000;

/**
 * Makes an edition for every subscription that has a slot up to now, and adds it to the queue; how many there were. Doing
 * it again, after a crash at any moment or on another machine, makes the same editions with the same ids.
 */
export async function enqueueDue(now: Date, deps: EnqueueDeps): Promise<number> {
  const moment = { now, upTo: await deps.arrivals.position() };
  let published = 0;
  for (;;) {
    const due = await deps.subscriptions.due(now, BATCH);
    const made = await Promise.all(due.map((subscription) => publishOne(subscription, moment, deps)));
    published += made.filter(Boolean).length;
    if (due.length < BATCH) return published;
    await deps.yieldToEventLoop();
  }
}

interface Moment {
  now: Date;
  /** How far the library has come. */
  upTo: number;
}

/** How far a subscription comes now, and the edition that takes it there. */
interface Step extends Pick<Subscription, 'publishedUntil' | 'position'> {
  nextAt: Date | null;
  edition?: Edition;
}

/** Looks at one subscription; whether it made an edition. The queue first: after a crash in between the same is made again. */
async function publishOne(subscription: Subscription, moment: Moment, deps: EnqueueDeps): Promise<boolean> {
  const { edition, nextAt, publishedUntil, position } = await nextStep(subscription, moment, deps);
  const kept = edition && (await keep(edition, moment, deps));
  await deps.subscriptions.change(
    subscription.id,
    ({ subscription: current, nextAt: planned }): Planned | undefined => {
      // Somebody set it back meanwhile, so that what was to tell is told after all.
      const reached = current.position < subscription.position ? current.position : (kept?.upTo ?? position);
      const further = { ...current, position: Math.max(current.position, reached) };
      if (isSame(current.schedule, subscription.schedule))
        return { subscription: { ...further, publishedUntil }, nextAt };
      // Or changed when it comes: it is looked at anew, behind what was added.
      return kept && { subscription: further, nextAt: planned };
    },
  );
  return edition !== undefined;
}

/** Adds an edition; as it is in the queue, where one of its id may be from before a crash, when less had come. */
async function keep(edition: Edition, { now }: Moment, { deliveries }: EnqueueDeps): Promise<Edition> {
  // Where editions wait that nothing of has been sent, this one covers what they were to tell: never a burst of them.
  await deliveries.absorb(edition.subscription, now, (absorbed) => ({
    ...edition,
    after: Math.min(edition.after, ...absorbed.map(({ after }) => after)),
  }));
  const known = await deliveries.get(edition.id);
  if (known === undefined) return edition;
  // Dropped while nobody was subscribed, and nothing of it was told since: it is sent after all.
  if (isDropped(known) && known.edition.after >= edition.after) await deliveries.resend(edition.id, now);
  return known.edition;
}

function isDropped(delivery: Delivery | Delivered): boolean {
  return 'outcome' in delivery && delivery.outcome === 'dropped';
}

function isSame(one: Schedule, other: Schedule): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

type Of<Kind> = Subscription & { schedule: Extract<Schedule, { kind: Kind }> };

async function nextStep(subscription: Subscription, moment: Moment, deps: EnqueueDeps): Promise<Step> {
  const { schedule } = subscription;
  return schedule.kind === 'instant'
    ? await stepAtArrivals({ ...subscription, schedule }, moment, deps)
    : await stepAtSlots({ ...subscription, schedule }, moment, deps);
}

/** The slots that came since the last one: one edition for all of them, unless they are too long ago. */
async function stepAtSlots(subscription: Of<'daily'>, { now, upTo }: Moment, deps: EnqueueDeps): Promise<Step> {
  const { id, schedule, publishedUntil, position } = subscription;
  const earliest = now.getTime() - deps.catchUpMs;
  // What was published for a time to come was so by a clock that was wrong: from now on it counts from now.
  const last = Math.max(Math.min(Date.parse(publishedUntil), now.getTime()), earliest);
  const found = lastSlot(schedule, { after: new Date(last), upTo: now });
  const nextAt = nextSlot(schedule, now);
  if (found === undefined) return { publishedUntil: new Date(last).toISOString(), position, nextAt };
  const slot = found.slot.toISOString();
  const after = await readReached(subscription, found.slot, deps);
  const window = { slot, next: nextAt.toISOString(), missed: found.missed, after, upTo };
  const edition = toEdition(subscription, idAt(id, found.slot), window);
  return { publishedUntil: slot, position: upTo, nextAt, edition };
}

/** So many slots before one are looked at for editions that nobody noted. */
const LOOKED_BACK = 7;

/** How far one has come before a slot: an earlier slot may have an edition that a crash kept from being noted. */
async function readReached(subscription: Of<'daily'>, before: Date, { deliveries }: EnqueueDeps): Promise<number> {
  const { id, schedule, publishedUntil, position } = subscription;
  let upTo = before;
  for (let looked = 0; looked < LOOKED_BACK; looked += 1) {
    const earlier = lastSlot(schedule, { after: new Date(publishedUntil), upTo: new Date(upTo.getTime() - 1) });
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

/** What came since the last look, unless it is to be quiet: then it is looked at when that is over. */
async function stepAtArrivals(subscription: Of<'instant'>, moment: Moment, { arrivals }: EnqueueDeps): Promise<Step> {
  const { id, schedule, publishedUntil, position, selection, withUpdates } = subscription;
  const { now, upTo } = moment;
  if (isQuiet(schedule, now)) return { publishedUntil, position, nextAt: quietUntil(schedule, now) ?? null };
  const step = { publishedUntil: now.toISOString(), position: upTo, nextAt: new Date(now.getTime() + MINUTE_MS) };
  const { total } = await arrivals.between({ after: position, upTo, withUpdates }, selection, { offset: 0, limit: 1 });
  if (total === 0) return step;
  const window = { slot: now.toISOString(), next: null, missed: 0, after: position, upTo };
  // Named by the look before it: the same where this one is not noted, and another one after every look that was.
  return { ...step, edition: toEdition(subscription, `${id}@n${Date.parse(publishedUntil)}`, window) };
}

type Window = Pick<Edition, 'slot' | 'next' | 'missed' | 'after' | 'upTo'>;

function toEdition(subscription: Subscription, id: string, window: Window): Edition {
  const { to, selection, style, language, schedule, tellEmpty, silent, forFollowers, withUpdates } = subscription;
  const how = { to, selection, style, language, zone: schedule.zone, tellEmpty, silent, forFollowers, withUpdates };
  return { id, subscription: subscription.id, ...window, ...how };
}
