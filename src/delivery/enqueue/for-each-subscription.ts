import type { SubscriptionStore } from '../../subscription/store.ts';
import type { Subscription } from '../../subscription/subscription.ts';
import type { SubscriptionIsolation } from './isolate-subscriptions.ts';

export interface PagingDeps {
  subscriptions: Pick<SubscriptionStore, 'page' | 'change'>;
  isolate: SubscriptionIsolation;
  yieldToEventLoop(): Promise<void>;
  /** Ends the work before the next page. */
  signal: AbortSignal;
}

const BATCH = 200;

/** Works on the subscriptions that match, page by page. One that fails stops no other. */
export async function forEachSubscription(
  isWanted: (subscription: Subscription) => boolean,
  work: (id: string) => Promise<void>,
  { subscriptions, isolate, yieldToEventLoop, signal }: PagingDeps,
): Promise<void> {
  for (let last = ''; !signal.aborted; ) {
    const page = await subscriptions.page(last, BATCH);
    await Promise.all(page.filter(isWanted).map(({ id }) => isolate(id, () => work(id))));
    last = page.at(-1)?.id ?? last;
    if (page.length < BATCH) return;
    await yieldToEventLoop();
  }
}
