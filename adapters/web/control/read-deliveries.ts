import type { Delivered, Delivery } from '../../../src/delivery/delivery.ts';
import type { Subscription } from '../../../src/subscription/subscription.ts';
import type { WebStores } from '../web-context.ts';

const MAX_CHATS = 1000;
/** Charts and lateness cover at least this many chats. */
const MIN_CHATS = 200;

/** The deliveries of the first chats, and of more until each that failed is found. */
export interface ReadDeliveries {
  pending: readonly Delivery[];
  /** The latest first. */
  failed: readonly Delivered[];
  sent: readonly Delivered[];
}

/** Reads the deliveries of the chats that have these subscriptions. */
export async function readDeliveries(
  subscriptions: readonly Subscription[],
  { deliveries }: Pick<WebStores, 'deliveries'>,
): Promise<ReadDeliveries> {
  const chats = new Map(subscriptions.map(({ to }) => [JSON.stringify([to.platform, to.chat]), to]));
  let { failed: missing } = await deliveries.backlog();
  const found: (Delivery | Delivered)[] = [];
  for (const [at, to] of [...chats.values()].slice(0, MAX_CHATS).entries()) {
    if (at >= MIN_CHATS && missing <= 0) break;
    const ofChat = await deliveries.forChat(to);
    missing -= ofChat.filter((one) => 'outcome' in one && one.outcome === 'failed').length;
    found.push(...ofChat);
  }
  const ended = found.filter((one): one is Delivered => 'outcome' in one);
  const failed = ended.filter(({ outcome }) => outcome === 'failed' || outcome === 'dropped');
  return {
    pending: found.filter((one) => !('outcome' in one)),
    failed: failed.toSorted((one, other) => Date.parse(other.endedAt) - Date.parse(one.endedAt)),
    sent: ended.filter(({ outcome }) => outcome === 'sent'),
  };
}
