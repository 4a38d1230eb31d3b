import { type Clock, withTimeout } from '../clock.ts';
import { composeEdition } from '../digest/compose-edition.ts';
import type { Digest } from '../digest/digest.ts';
import type { Edition } from '../digest/edition.ts';
import type { Arrivals } from '../library/arrivals.ts';
import type { Library } from '../library/library.ts';
import { type Audience, createAudience } from '../locales/audience.ts';
import { type Metrics, NO_METRICS } from '../metrics.ts';
import type { StateStore } from '../state-store.ts';
import type { Address } from '../subscription/address.ts';
import type { Place, SubscriptionStore } from '../subscription/store.ts';
import { provesReachable, suspend, unsuspend } from '../subscription/suspend.ts';
import type { LlmSummaries } from '../summary/llm-summaries.ts';
import type { View } from '../view/view.ts';
import { deliverEdition } from './deliver.ts';
import type { Deliverer } from './deliverer.ts';
import { earlierSiblings } from './earlier-siblings.ts';
import { enqueueDue } from './enqueue-due.ts';
import { createSubscriptionIsolation } from './isolate-subscriptions.ts';
import { meterDelivery, meterMerging } from './meter-delivery.ts';
import { moveChat } from './move-chat.ts';
import type { DeliveryQueue } from './queue.ts';
import { createRescheduling } from './reschedule.ts';
import { retryHeld } from './retry-held.ts';
import { createDailyRetry } from './retry-suspended.ts';
import { startWorker, type Worker } from './worker.ts';

export interface DeliveryServiceDeps {
  subscriptions: SubscriptionStore;
  deliveries: DeliveryQueue;
  arrivals: Arrivals;
  library: Pick<Library, 'article'>;
  /** Summaries by a language model, if one is configured. */
  summaries?: LlmSummaries | undefined;
  /** Renders a digest as it is sent. */
  present(digest: Digest, edition: Edition, audience: Audience): View;
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
  report(error: unknown): void;
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
  /** The bot is in a place again, or may do more there: reactivates what was suspended, and sends what waits for a permission. */
  onBotAdded(place: Place): Promise<void>;
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
    onBotAdded: (place) =>
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
  const composeCached = cacheViews((edition, siblings) => composeView(edition, siblings, deps));
  const compose = async (edition: Edition) => {
    const composed = await composeCached(edition, await earlierSiblings(edition, deps.deliveries));
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

/** Undefined if there is nothing to send: of several empty digests at a time, only the first says so. */
async function composeView(
  edition: Edition,
  apartFrom: readonly Edition[],
  deps: DeliveryServiceDeps,
): Promise<Composed | undefined> {
  const digest = await composeEdition(edition, deps, { apartFrom });
  if (digest.total === 0 && (!edition.sendEmpty || apartFrom.length > 0)) return undefined;
  return { digest, view: deps.present(digest, edition, createAudience(edition.language, edition.zone)) };
}

const MAX_CACHED = 50;

/** A digest, and how it is sent. */
interface Composed {
  digest: Digest;
  view: View;
}

type Compose = (edition: Edition, siblings: readonly Edition[]) => Promise<Composed | undefined>;

/** Composes a digest once for all chats that get the same; only the edition id in its buttons differs. */
function cacheViews(compose: Compose): Compose {
  const cache = new Map<string, Promise<Composed | undefined>>();
  return async (edition, siblings) => {
    const { id } = edition;
    const key = JSON.stringify([edition, ...siblings].map(contentOf));
    const composed = cache.get(key) ?? compose({ ...edition, id: PLACEHOLDER }, siblings);
    cache.set(key, composed);
    // A failure is not cached.
    composed.catch(() => cache.delete(key));
    const [oldest] = cache.keys();
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
    return withEditionId(await composed, id);
  };
}

function contentOf({ id: _id, subscription: _of, to: _to, ...content }: Edition): object {
  return content;
}

const PLACEHOLDER = '\u0000edition';

function withEditionId(composed: Composed | undefined, id: string): Composed | undefined {
  if (composed === undefined) return undefined;
  const { digest, view } = composed;
  const fill = (command: string) => command.replace(PLACEHOLDER, id);
  const actions = view.actions.map((action) =>
    'command' in action ? { ...action, command: fill(action.command) } : action,
  );
  const { everything, rest } = digest.commands;
  return {
    digest: { ...digest, commands: { everything: fill(everything), rest: fill(rest) } },
    view: { ...view, actions },
  };
}
