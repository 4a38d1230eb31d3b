import type { Delivered } from '../../../src/delivery/delivery.ts';
import type { FollowedFeed } from '../../../src/following/followed-feed.ts';
import type { RejectedFile } from '../../../src/library/store.ts';
import type { Subscription } from '../../../src/subscription/subscription.ts';
import { type Page, paginate } from '../../../src/view/paginate.ts';
import type { WebContext, WebStores } from '../web-context.ts';
import { type ReadDeliveries, readDeliveries } from './read-deliveries.ts';

const MAX_SUBSCRIPTIONS = 10_000;
/** How many are read before other work gets its turn: an in-process store answers without waiting. */
const READ_AT_ONCE = 500;
/** Five lists of so many stay below 150 kB. */
const PAGE_SIZE = 50;

/** The lists of the control room, as its addresses name them. */
export type ListName = 'failed' | 'suspended' | 'subscriptions' | 'feeds' | 'refused';

/** A page of a list. */
export interface ListPage<Item> {
  items: readonly Item[];
  /** How many there are on all pages. */
  total: number;
  page: Page;
}

/** A subscription, and when its next digest comes. */
export interface ListedSubscription {
  subscription: Subscription;
  nextAt: Date | undefined;
}

/** What the control room shows. */
export interface Overview {
  deliveries: ReadDeliveries;
  failed: ListPage<Delivered>;
  suspended: ListPage<ListedSubscription>;
  subscriptions: ListPage<ListedSubscription>;
  feeds: ListPage<FollowedFeed>;
  refused: ListPage<RejectedFile>;
}

/** Reads what the control room shows: of each list the page that is asked for. */
export async function readOverview(
  { library }: Pick<WebContext, 'library'>,
  stores: WebStores,
  pageOf: (list: ListName) => number,
): Promise<Overview> {
  const all = await readSubscriptions(stores);
  const deliveries = await readDeliveries(all, stores);
  const suspended = all.filter(({ state }) => state === 'suspended');
  const total = await stores.subscriptions.count();
  return {
    deliveries,
    failed: listPage(deliveries.failed, pageOf('failed')),
    suspended: await withNext(listPage(suspended, pageOf('suspended')), stores),
    subscriptions: { ...(await withNext(listPage(all, pageOf('subscriptions')), stores)), total },
    feeds: listPage(await stores.feeds.all(), pageOf('feeds')),
    refused: listPage(await library.refusals(), pageOf('refused')),
  };
}

async function readSubscriptions({ subscriptions }: WebStores): Promise<Subscription[]> {
  const all: Subscription[] = [];
  for (let isMore = true; isMore && all.length < MAX_SUBSCRIPTIONS; ) {
    const some = await subscriptions.page(all.at(-1)?.id ?? '', READ_AT_ONCE);
    all.push(...some);
    isMore = some.length === READ_AT_ONCE;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return all;
}

function listPage<Item>(all: readonly Item[], number: number): ListPage<Item> {
  const items = all.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
  return { items, total: all.length, page: paginate(all.length, number, PAGE_SIZE) };
}

async function withNext(
  { items, ...list }: ListPage<Subscription>,
  { subscriptions }: Pick<WebStores, 'subscriptions'>,
): Promise<ListPage<ListedSubscription>> {
  const scheduled = items.map(async (subscription) => ({
    subscription,
    nextAt: await subscriptions.nextAt(subscription.id),
  }));
  return { ...list, items: await Promise.all(scheduled) };
}
