import { type Clock, withTimeout } from '../clock.ts';
import type { Digest } from '../digest/digest.ts';
import type { Edition } from '../digest/edition.ts';
import type { Arrivals } from '../library/arrivals.ts';
import { type Metrics, NO_METRICS } from '../metrics.ts';
import type { StateStore } from '../state-store.ts';
import type { Address } from '../subscription/address.ts';
import type { Place, SubscriptionStore } from '../subscription/store.ts';
import { provesReachable, suspend, unsuspend } from '../subscription/suspend.ts';
import type { View } from '../view/view.ts';
import { createViewComposer, type ViewComposerDeps } from './compose-view.ts';
import { deliverEdition } from './deliver.ts';
import type { Deliverer } from './deliverer.ts';
import { earlierSiblings } from './earlier-siblings.ts';
import { enqueueDue } from './enqueue/enqueue-due.ts';
import { createSubscriptionIsolation } from './enqueue/isolate-subscriptions.ts';
import { createRescheduling } from './enqueue/reschedule.ts';
import { meterDelivery, meterMerging } from './meter-delivery.ts';
import { moveChat } from './move-chat.ts';
import type { DeliveryQueue } from './queue.ts';
import { retryHeld } from './retries/retry-held.ts';
import { createDailyRetry } from './retries/retry-suspended.ts';
import { startWorker, type Worker } from './worker.ts';

export interface DeliveryServiceDeps extends ViewComposerDeps {
  subscriptions: SubscriptionStore;
  deliveries: DeliveryQueue;
  arrivals: Arrivals;
  clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  yieldToEventLoop(): Promise<void>;
  /** Stores with which time zone database and at what time everything was scheduled last. */
  scheduleState: StateStore;
  /** The version of the time zone database of this program. */
  tzdataVersion: string;
  /** Remembers what a chat was shown, so that people can type its numbers, and ask for what is new since. */
  remember?(to: Address, view: View, edition: Edition): Promise<void>;
  /** Remembers what a digest shows that is to be edited when its articles change. */
  recordSent?(edition: Edition, digest: Digest): Promise<void>;
  /** Nothing is counted without it. */
  metrics?: Metrics;
}

/** Sends scheduled digests. */
export interface DeliveryService {
  /** Starts a worker for each platform that can deliver, and continues what a process that died was sending. */
  start(platforms: readonly (Partial<Deliverer> & { platform: string })[]): Promise<void>;
  /** Enqueues and sends what is due. Called about every minute; more often does no harm. */
  tick(at: Date): Promise<void>;
  /** The bot was removed from a place: suspends the subscriptions there. */
  onBotRemoved(place: Place): Promise<void>;
  /** The bot is in a place, and its rights there may have changed: reactivates what was suspended, and sends what waits for a permission. */
  onAccessChanged(place: Place): Promise<void>;
  /** Somebody wrote at an address: reactivates the suspended subscriptions that this proves reachable. */
  onMessageReceived(where: Address): Promise<void>;
  /** A chat has a new address. */
  onChatMoved(from: Address, to: Address): Promise<void>;
  /** Stops each running delivery before its next part. */
  stop(): Promise<void>;
}

/** The time that a tick waits for rescheduling. */
const RESCHEDULE_WAIT_MS = 50;
const KEEP_ENDED_MS = 60 * 24 * 60 * 60 * 1000;

/** Creates the service, not started yet. */
export function createDeliveryService(deps: DeliveryServiceDeps): DeliveryService {
  const { subscriptions, deliveries } = deps;
  const { metrics = NO_METRICS } = deps;
  const stopping = new AbortController();
  const workers: Worker[] = [];
  const inOrder = createSerialQueue();
  const isolate = createSubscriptionIsolation(deps.report);
  const rescheduleIfNeeded = createRescheduling({ ...deps, isolate, signal: stopping.signal });
  const retrySuspended = createDailyRetry({ ...deps, isolate, signal: stopping.signal });
  let rescheduling: Promise<void> | undefined;

  async function unsuspendAll(place: Place, isReachable: (to: Address) => boolean): Promise<void> {
    for (const { id, to, state } of await subscriptions.inPlace(place)) {
      if (state === 'suspended' && isReachable(to)) await isolate(id, () => unsuspend(id, subscriptions));
    }
  }

  return {
    async start(platforms) {
      await deliveries.release();
      for (const { platform, deliver: send } of platforms) {
        if (send === undefined) continue;
        workers.push(startPlatform(platform, { deliver: send }, { ...deps, signal: stopping.signal }));
      }
    },
    async tick(at) {
      rescheduling ??= rescheduleIfNeeded(at)
        .then(() => retrySuspended(at))
        .catch(deps.report)
        .finally(() => {
          rescheduling = undefined;
        });
      // Many subscriptions take seconds. What is due meanwhile uses the old schedule.
      await withTimeout(rescheduling, RESCHEDULE_WAIT_MS, deps.clock);
      await enqueueDue(at, { ...deps, isolate, deliveries: meterMerging(deliveries, metrics) }).catch(deps.report);
      for (const worker of workers) worker.wake();
      await deliveries.deleteEndedBefore(new Date(at.getTime() - KEEP_ENDED_MS));
    },
    onBotRemoved: (place) =>
      inOrder(async () => {
        for (const { id, state } of await subscriptions.inPlace(place)) {
          if (state === 'active') await isolate(id, () => suspend(id, 'gone', subscriptions));
        }
      }),
    onAccessChanged: (place) =>
      inOrder(async () => {
        await unsuspendAll(place, () => true);
        await retryHeld(place, { subscriptions, deliveries, now: new Date(deps.clock.nowMs()) });
        for (const worker of workers) worker.wake();
      }),
    onMessageReceived: (where) =>
      inOrder(() => unsuspendAll({ platform: where.platform, chat: where.chat }, (to) => provesReachable(to, where))),
    onChatMoved: (from, to) =>
      inOrder(async () => {
        await moveChat(from, to, { subscriptions, deliveries });
      }),
    async stop() {
      stopping.abort();
      await Promise.all([rescheduling, ...workers.map(({ done }) => done)]);
    },
  };
}

/** Runs one after the other what would race: somebody may remove the bot and add it again within a moment. */
function createSerialQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

function startPlatform(
  platform: string,
  deliverer: Deliverer,
  deps: DeliveryServiceDeps & { signal: AbortSignal },
): Worker {
  const composeView = createViewComposer(deps);
  const compose = async (edition: Edition) => {
    const composed = await composeView(edition, await earlierSiblings(edition, deps.deliveries));
    if (composed !== undefined && edition.withEdits)
      await deps.recordSent?.(edition, composed.digest).catch(deps.report);
    return composed?.view;
  };
  const now = (): Date => new Date(deps.clock.nowMs());
  return startWorker({
    ...deps,
    platform,
    deliver: (delivery) =>
      deliverEdition(delivery, {
        ...deps,
        ...{ deliverer, compose, now },
        deliveries: meterDelivery(deps.deliveries, delivery, deps.metrics ?? NO_METRICS),
      }),
  });
}
