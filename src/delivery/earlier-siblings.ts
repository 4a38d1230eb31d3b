import type { Edition } from '../digest/edition.ts';
import type { Delivered, Delivery } from './delivery.ts';
import type { DeliveryQueue } from './queue.ts';

/** How much of two slots has to be the same: `2026-05-01T08:00`. */
const MINUTE = 16;

/**
 * The editions of other subscriptions that the same place gets in the same minute before this one. What they have need not be
 * told again. The order is that of the queue, so it is the same after a crash.
 */
export async function earlierSiblings(
  edition: Edition,
  deliveries: Pick<DeliveryQueue, 'forChat'>,
): Promise<readonly Edition[]> {
  const { platform, chat } = edition.to;
  const all = await deliveries.forChat({ platform, chat });
  const at = all.findIndex((one) => one.edition.id === edition.id);
  return all
    .slice(0, Math.max(0, at))
    .filter((one) => arrives(one) && isSibling(one.edition, edition))
    .map((one) => one.edition);
}

function arrives(delivery: Delivery | Delivered): boolean {
  return !('outcome' in delivery) || delivery.outcome === 'sent';
}

function isSibling(one: Edition, other: Edition): boolean {
  return (
    one.subscription !== other.subscription &&
    one.to.thread === other.to.thread &&
    one.slot.slice(0, MINUTE) === other.slot.slice(0, MINUTE)
  );
}
