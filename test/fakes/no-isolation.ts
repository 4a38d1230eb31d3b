import type { SubscriptionIsolation } from '../../src/delivery/enqueue/isolate-subscriptions.ts';

/** Lets every failure through, so that no test misses one. */
export const noIsolation: SubscriptionIsolation = (_id, work) => work();
