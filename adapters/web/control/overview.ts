import type { Delivered, Delivery } from '../../../src/delivery/delivery.ts';
import type { FollowedFeed } from '../../../src/following/followed-feed.ts';
import type { RejectedFile } from '../../../src/library/store.ts';
import type { Subscription } from '../../../src/subscription/subscription.ts';
import type { WebContext, WebStores } from '../web-context.ts';

const MAX_SUBSCRIPTIONS = 500;
const MAX_CHATS = 200;
const MAX_FEEDS = 500;
const MAX_REFUSALS = 200;

/** What the control room shows: of a large bot, the first part of each. */
export interface Overview {
  subscriptions: readonly { subscription: Subscription; nextAt: Date | undefined }[];
  /** How many there are in all. */
  total: number;
  pending: readonly Delivery[];
  failed: readonly Delivered[];
  sent: readonly Delivered[];
  feeds: readonly FollowedFeed[];
  refusals: readonly RejectedFile[];
}

/** Reads what the control room shows. */
export async function readOverview({ library }: Pick<WebContext, 'library'>, stores: WebStores): Promise<Overview> {
  const subscriptions = await stores.subscriptions.page('', MAX_SUBSCRIPTIONS);
  const scheduled = await Promise.all(
    subscriptions.map(async (subscription) => ({
      subscription,
      nextAt: await stores.subscriptions.nextAt(subscription.id),
    })),
  );
  const deliveries = await deliveriesOf(subscriptions, stores);
  const ended = deliveries.filter((one): one is Delivered => 'outcome' in one);
  const [feeds, refusals] = [await stores.feeds.all(), await library.refusals()];
  return {
    subscriptions: scheduled,
    total: await stores.subscriptions.count(),
    pending: deliveries.filter((one) => !('outcome' in one)),
    failed: ended.filter(({ outcome }) => outcome === 'failed' || outcome === 'dropped'),
    sent: ended.filter(({ outcome }) => outcome === 'sent'),
    feeds: feeds.slice(0, MAX_FEEDS),
    refusals: refusals.slice(0, MAX_REFUSALS),
  };
}

async function deliveriesOf(
  subscriptions: readonly Subscription[],
  { deliveries }: WebStores,
): Promise<(Delivery | Delivered)[]> {
  const chats = new Map(subscriptions.map(({ to }) => [JSON.stringify([to.platform, to.chat]), to]));
  const found: (Delivery | Delivered)[] = [];
  for (const to of [...chats.values()].slice(0, MAX_CHATS)) found.push(...(await deliveries.forChat(to)));
  return found;
}
