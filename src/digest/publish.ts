import type { Edition } from './edition.ts';
import { isQuiet, quietUntil } from './quiet-hours.ts';
import { lastSlot, nextSlot } from './schedule.ts';
import type { Arrivals, DeliveryQueue, Planned, SubscriptionStore } from './stores.ts';
import type { Schedule, Subscription } from './subscription.ts';

export interface PublishDeps {
  subscriptions: Pick<SubscriptionStore, 'due' | 'change'>;
  deliveries: Pick<DeliveryQueue, 'absorb'>;
  arrivals: Arrivals;
  /** How far back a slot that was missed is made up for, in milliseconds. */
  catchUpMs: number;
  /** Lets others have a turn between two batches. */
  breathe(): Promise<void>;
}

/** So many subscriptions are looked at between two turns of others. */
const BATCH = 200;
const MINUTE_MS = 60_000;

/**
 * Makes an edition for every subscription that has a slot up to now, and adds it to the queue; how many there were. Doing
 * it again, after a crash at any moment or on another machine, makes the same editions with the same ids.
 */
export async function publishDue(now: Date, deps: PublishDeps): Promise<number> {
  const moment = { now, upTo: await deps.arrivals.position() };
  let published = 0;
  for (;;) {
    const due = await deps.subscriptions.due(now, BATCH);
    const made = await Promise.all(due.map((subscription) => publishOne(subscription, moment, deps)));
    published += made.filter(Boolean).length;
    if (due.length < BATCH) return published;
    await deps.breathe();
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
async function publishOne(subscription: Subscription, moment: Moment, deps: PublishDeps): Promise<boolean> {
  const step = await nextStep(subscription, moment, deps);
  const { edition, nextAt, publishedUntil, position } = step;
  if (edition !== undefined) {
    // Where editions wait that nothing of has been sent, this one covers what they were to tell: never a burst of them.
    await deps.deliveries.absorb(subscription.id, moment.now, (absorbed) => ({
      ...edition,
      after: Math.min(edition.after, ...absorbed.map(({ after }) => after)),
    }));
  }
  await deps.subscriptions.change(subscription.id, ({ subscription: current }): Planned | undefined => {
    // Somebody changed it meanwhile: it is looked at anew.
    if (!isSame(current.schedule, subscription.schedule)) return undefined;
    return { subscription: { ...current, publishedUntil, position }, nextAt };
  });
  return edition !== undefined;
}

function isSame(one: Schedule, other: Schedule): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

type Of<Kind> = Subscription & { schedule: Extract<Schedule, { kind: Kind }> };

async function nextStep(subscription: Subscription, moment: Moment, deps: PublishDeps): Promise<Step> {
  const { schedule } = subscription;
  return schedule.kind === 'instant'
    ? await stepAtArrivals({ ...subscription, schedule }, moment, deps)
    : stepAtSlots({ ...subscription, schedule }, moment, deps);
}

/** The slots that came since the last one: one edition for all of them, unless they are too long ago. */
function stepAtSlots(subscription: Of<'daily'>, { now, upTo }: Moment, { catchUpMs }: PublishDeps): Step {
  const { id, schedule, publishedUntil, position } = subscription;
  const earliest = now.getTime() - catchUpMs;
  const last = Math.max(Date.parse(publishedUntil), earliest);
  const found = lastSlot(schedule, { after: new Date(last), upTo: now });
  const nextAt = nextSlot(schedule, new Date(Math.max(now.getTime(), last)));
  if (found === undefined) return { publishedUntil, position, nextAt };
  const slot = found.slot.toISOString();
  const window = { slot, next: nextAt.toISOString(), missed: found.missed, after: position, upTo };
  const edition = toEdition(subscription, `${id}@${slot.slice(0, 16)}Z`, window);
  return { publishedUntil: slot, position: upTo, nextAt, edition };
}

/** What came since the last look, unless it is to be quiet: then it is looked at when that is over. */
async function stepAtArrivals(subscription: Of<'instant'>, moment: Moment, { arrivals }: PublishDeps): Promise<Step> {
  const { id, schedule, publishedUntil, position, selection } = subscription;
  const { now, upTo } = moment;
  if (isQuiet(schedule, now)) return { publishedUntil, position, nextAt: quietUntil(schedule, now) ?? null };
  const step = { publishedUntil: now.toISOString(), position: upTo, nextAt: new Date(now.getTime() + MINUTE_MS) };
  const { total } = await arrivals.between({ after: position, upTo }, selection, { offset: 0, limit: 1 });
  if (total === 0) return step;
  const window = { slot: now.toISOString(), next: null, missed: 0, after: position, upTo };
  return { ...step, edition: toEdition(subscription, `${id}@n${upTo}`, window) };
}

type Window = Pick<Edition, 'slot' | 'next' | 'missed' | 'after' | 'upTo'>;

function toEdition(subscription: Subscription, id: string, window: Window): Edition {
  const { to, selection, style, language, schedule, tellEmpty, silent, forFollowers } = subscription;
  const how = { to, selection, style, language, zone: schedule.zone, tellEmpty, silent, forFollowers };
  return { id, subscription: subscription.id, ...window, ...how };
}
