import { lastSlot, nextSlot } from '../../schedule/slots.ts';
import { isDropped } from '../delivery.ts';
import type { DeliveryQueue } from '../queue.ts';
import { createEdition, type EnqueueMoment, type EnqueueStep, type SubscriptionOf } from './enqueue-step.ts';

/** How far back a missed slot is still made up for. */
export const CATCH_UP_MS = 24 * 60 * 60 * 1000;
const MAX_SLOTS_BACK = 7;

type Deliveries = Pick<DeliveryQueue, 'get'>;

/** Makes one edition for all slots since the last one, except those before the catch-up time. */
export async function stepAtSlots(
  subscription: SubscriptionOf<'daily'>,
  { now, upTo }: EnqueueMoment,
  deliveries: Deliveries,
): Promise<EnqueueStep> {
  const { id, schedule, enqueuedUntil, position } = subscription;
  const earliest = now.getTime() - CATCH_UP_MS;
  // A time in the future comes from a clock that was wrong: count from now.
  const last = Math.max(Math.min(Date.parse(enqueuedUntil), now.getTime()), earliest);
  const found = lastSlot(schedule, { after: new Date(last), upTo: now });
  const nextAt = nextSlot(schedule, now);
  if (found === undefined) return { enqueuedUntil: new Date(last).toISOString(), position, nextAt };
  const slot = found.slot.toISOString();
  const after = await readReached(subscription, found.slot, deliveries);
  const coverage = { slot, next: nextAt.toISOString(), missed: found.missed, after, upTo };
  const edition = createEdition(subscription, editionId(id, found.slot), coverage);
  return { enqueuedUntil: slot, position: upTo, nextAt, edition };
}

/** The position reached before a slot. A crash may have kept an earlier edition from being recorded in the subscription. */
async function readReached(
  { id, schedule, enqueuedUntil, position }: SubscriptionOf<'daily'>,
  before: Date,
  deliveries: Deliveries,
): Promise<number> {
  let upTo = before;
  for (let count = 0; count < MAX_SLOTS_BACK; count += 1) {
    const earlier = lastSlot(schedule, { after: new Date(enqueuedUntil), upTo: new Date(upTo.getTime() - 1) });
    if (earlier === undefined) return position;
    const known = await deliveries.get(editionId(id, earlier.slot));
    if (known !== undefined && !isDropped(known)) return Math.max(position, known.edition.upTo);
    upTo = earlier.slot;
  }
  return position;
}

function editionId(subscription: string, slot: Date): string {
  return `${subscription}@${slot.toISOString().slice(0, 16)}Z`;
}
