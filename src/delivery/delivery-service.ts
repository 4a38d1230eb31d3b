import { type Clock, waitAtMost } from '../clock.ts';
import { composeEdition } from '../digest/compose-edition.ts';
import type { Digest } from '../digest/digest.ts';
import type { Edition } from '../digest/edition.ts';
import type { Arrivals } from '../library/arrivals.ts';
import type { Library } from '../library/library.ts';
import { type Audience, createAudience } from '../locales/audience.ts';
import type { StateStore } from '../state-store.ts';
import type { Address } from '../subscription/address.ts';
import type { Place, SubscriptionStore } from '../subscription/store.ts';
import { isShownBy, suspend, unsuspend } from '../subscription/suspend.ts';
import type { View } from '../view/view.ts';
import { deliverEdition } from './deliver.ts';
import type { Deliverer } from './deliverer.ts';
import { enqueueDue } from './enqueue-due.ts';
import type { DeliveryQueue } from './queue.ts';
import { createRescheduling } from './reschedule.ts';
import { startWorker, type Worker } from './worker.ts';

export interface DeliveryServiceDeps {
  subscriptions: SubscriptionStore;
  deliveries: DeliveryQueue;
  arrivals: Arrivals;
  library: Pick<Library, 'article'>;
  /** What a digest looks like as it is sent. */
  present(digest: Digest, edition: Edition, audience: Audience): View;
  clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  catchUpMs: number;
  yieldToEventLoop(): Promise<void>;
  /** Where it is kept by which rules all is planned, and the name of those of now. */
  planning: StateStore;
  rules: string;
  /** Is told what a chat was shown, so that its numbers can be typed there. */
  remember?(to: Address, view: View): Promise<void>;
  report(error: unknown): void;
}

/** Scheduled digests at work. */
export interface DeliveryService {
  /** Begins to send through all of these that can say something unasked; what a process that died had in hand is gone on with. */
  start(platforms: readonly (Partial<Deliverer> & { platform: string })[]): Promise<void>;
  /** Sends what is due at an instant; called every minute or so, and as often as one likes. */
  tick(at: Date): Promise<void>;
  /** The bot is certainly not there any more: what is subscribed there rests. */
  left(place: Place): Promise<void>;
  /** The bot is there: what rested goes on. */
  back(place: Place): Promise<void>;
  /** Somebody was heard there: what rested goes on where that shows that it can be sent. */
  heard(where: Address): Promise<void>;
  /** A chat has another address now. */
  moved(from: Address, to: Address): Promise<void>;
  /** Stops between two parts of whatever is in hand. */
  stop(): Promise<void>;
}

/** So long a tick waits for all to be planned anew. */
const PLANNING_MS = 50;
const KEPT_MS = 60 * 24 * 60 * 60 * 1000;

/** Starts with nothing in hand. */
export function createDeliveryService(deps: DeliveryServiceDeps): DeliveryService {
  const { subscriptions, deliveries } = deps;
  const stopping = new AbortController();
  const senders: Worker[] = [];
  const inTurn = createTurns();
  const replanWhereNeeded = createRescheduling({ ...deps, signal: stopping.signal });
  let replanning: Promise<void> | undefined;

  async function unparkAll(place: Place, isThere: (to: Address) => boolean): Promise<void> {
    for (const { id, to, state } of await subscriptions.within(place)) {
      if (state === 'parked' && isThere(to)) await unsuspend(id, subscriptions);
    }
  }

  return {
    async start(platforms) {
      await deliveries.release();
      for (const { platform, deliver: send } of platforms) {
        if (send === undefined) continue;
        senders.push(startPlatform(platform, { deliver: send }, { ...deps, signal: stopping.signal }));
      }
    },
    async tick(at) {
      replanning ??= replanWhereNeeded(at)
        .catch(deps.report)
        .finally(() => {
          replanning = undefined;
        });
      // Of many it takes seconds: what is due meanwhile goes by the old plan.
      await waitAtMost(replanning, PLANNING_MS, deps.clock.after);
      await enqueueDue(at, deps);
      for (const sender of senders) sender.wake();
      await deliveries.forget(new Date(at.getTime() - KEPT_MS));
    },
    left: (place) =>
      inTurn(async () => {
        for (const { id, state } of await subscriptions.within(place)) {
          if (state === 'active') await suspend(id, 'gone', subscriptions);
        }
      }),
    back: (place) => inTurn(() => unparkAll(place, () => true)),
    heard: (where) =>
      inTurn(() => unparkAll({ platform: where.platform, chat: where.chat }, (to) => isShownBy(to, where))),
    moved: (from, to) =>
      inTurn(async () => {
        await subscriptions.move(from, to);
        await deliveries.move(from, to);
      }),
    async stop() {
      stopping.abort();
      await Promise.all([replanning, ...senders.map(({ done }) => done)]);
    },
  };
}

/** What chats tell is heeded one after the other: who shuts the bot out and lets it in again may do so in one breath. */
function createTurns() {
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
  const compose = rememberViews((edition) => composeView(edition, deps));
  const now = (): Date => new Date(deps.clock.nowMs());
  return startWorker({
    ...deps,
    platform,
    deliver: (delivery) => deliverEdition(delivery, { ...deps, deliverer, compose, now }),
  });
}

async function composeView(edition: Edition, deps: DeliveryServiceDeps): Promise<View | undefined> {
  const digest = await composeEdition(edition, deps);
  if (digest.total === 0 && !edition.tellEmpty) return undefined;
  return deps.present(digest, edition, createAudience(edition.language, edition.zone));
}

const REMEMBERED = 50;

/** Many chats get the same digest at the same time: it is composed once, but for the name that its buttons call it by. */
function rememberViews(compose: (edition: Edition) => Promise<View | undefined>): typeof compose {
  const known = new Map<string, Promise<View | undefined>>();
  return async (edition) => {
    const { id, subscription: _of, to: _to, ...content } = edition;
    const key = JSON.stringify(content);
    const view = known.get(key) ?? compose({ ...edition, id: NAME });
    known.set(key, view);
    // What failed is no answer for the next.
    view.catch(() => known.delete(key));
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return withName(await view, id);
  };
}

const NAME = '\u0000edition';

function withName(view: View | undefined, id: string): View | undefined {
  if (view === undefined) return undefined;
  const actions = view.actions.map((action) =>
    'command' in action ? { ...action, command: action.command.replace(NAME, id) } : action,
  );
  return { ...view, actions };
}
