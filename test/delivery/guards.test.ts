import { beforeEach, describe, expect, it } from 'vitest';
import { type DeliverDeps, deliverEdition } from '../../src/delivery/deliver.ts';
import type { DeliverOptions } from '../../src/delivery/deliverer.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { DeliveryLost } from '../../src/delivery/delivery-lost.ts';
import { decideAfterFailure } from '../../src/delivery/retries/retry-policy.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createFakeDeliveryQueue } from '../fakes/delivery-queue.ts';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';

const now = new Date('2026-05-01T08:00:00Z');
const DAY_MS = 24 * 3_600_000;
const EARLIER = 'aaaaaa@morning';
const LATER = 'aaaaaa@noon';

let deliveries: ReturnType<typeof createFakeDeliveryQueue>;
let subscriptions: ReturnType<typeof createFakeSubscriptionStore>;
let received: { chat: string; options: DeliverOptions }[];
let failure: Error | undefined;
let deps: DeliverDeps;

beforeEach(async () => {
  deliveries = createFakeDeliveryQueue();
  subscriptions = createFakeSubscriptionStore();
  received = [];
  failure = undefined;
  deps = {
    deliveries,
    subscriptions,
    now: () => now,
    clock: createFakeClock(),
    random: () => 0.5,
    signal: new AbortController().signal,
    deliverer: {
      async deliver({ chat }, _view, options) {
        received.push({ chat, options });
        if (failure !== undefined) throw failure;
        await options.onPartSent(0, ['m0']);
      },
    },
    compose: async () => ({ blocks: [{ kind: 'divider' }], actions: [] }),
    report: () => undefined,
  };
  await subscriptions.save(makeSubscription({ position: 9 }), now);
  await deliveries.add([makeEdition(EARLIER, { after: 3, upTo: 6 }), makeEdition(LATER, { after: 6, upTo: 9 })], now);
});

async function send(at = now): Promise<void> {
  for (const delivery of await deliveries.take('telegram', at, 10)) await deliverEdition(delivery, deps);
}

describe('two editions that a pause drops', () => {
  it.each([
    ['in order', [EARLIER, LATER]],
    ['in reverse order', [LATER, EARLIER]],
  ])('set the position back to before the earlier one, %s', async (_how, order) => {
    const taken = await deliveries.take('telegram', now, 10);
    await subscriptions.save(makeSubscription({ position: 9, state: 'paused' }), null);
    for (const id of order) {
      for (const delivery of taken.filter(({ edition }) => edition.id === id)) await deliverEdition(delivery, deps);
    }
    expect((await subscriptions.get('aaaaaa'))?.position).toBe(3);
    expect(received).toEqual([]);
  });

  it('are not resent if the subscription is resumed just then: their articles come with the next edition', async () => {
    const taken = await deliveries.take('telegram', now, 10);
    await subscriptions.save(makeSubscription({ position: 9, state: 'paused' }), null);
    deps = {
      ...deps,
      deliveries: {
        ...deliveries,
        async complete(id, ...outcome) {
          await deliveries.complete(id, ...outcome);
          await subscriptions.change('aaaaaa', (current) => ({
            ...current,
            subscription: { ...current.subscription, state: 'active' },
          }));
        },
      },
    };
    for (const delivery of taken.slice(0, 1)) await deliverEdition(delivery, deps);
    expect(await deliveries.get(EARLIER)).toMatchObject({ outcome: 'dropped' });
    expect((await subscriptions.get('aaaaaa'))?.position).toBe(3);
  });
});

describe('a delivery of which a part has arrived', () => {
  /** Pauses the subscription while the second part is sent, and resumes it just before the delivery ends. */
  async function pauseMidway(resumedAs: 'active' | 'paused'): Promise<void> {
    const setState = (state: 'active' | 'paused') =>
      subscriptions.change('aaaaaa', (current) => ({
        ...current,
        subscription: { ...current.subscription, state },
      }));
    deps = {
      ...deps,
      deliverer: {
        async deliver(_to, _view, options) {
          await options.onPartSent(0, ['m0']);
          await setState('paused');
          await options.beforePart(1);
        },
      },
      deliveries: {
        ...deliveries,
        async complete(id, ...outcome) {
          await setState(resumedAs);
          await deliveries.complete(id, ...outcome);
        },
      },
    };
    const [first] = await deliveries.take('telegram', now, 1);
    if (first !== undefined) await deliverEdition(first, deps);
  }

  it('goes on where it stopped if its subscription is resumed just then', async () => {
    await pauseMidway('active');
    const [again] = await deliveries.take('telegram', now, 1);
    expect(again).toMatchObject({ edition: { id: EARLIER }, confirmedParts: [['m0']] });
  });

  it('stays where it stopped while its subscription is paused', async () => {
    await pauseMidway('paused');
    expect(await deliveries.get(EARLIER)).toMatchObject({ outcome: 'failed', failureReason: 'paused' });
  });

  it('notes a part that is sent again in its place', async () => {
    deps = {
      ...deps,
      deliverer: {
        async deliver(_to, _view, options) {
          await options.onPartSent(0, ['m0']);
          await options.onPartSent(1, ['m1']);
          await options.onPartSent(1, ['m2', 'm3']);
          throw new DeliveryError('busy');
        },
      },
    };
    await send();
    expect((await deliveries.get(EARLIER))?.confirmedParts).toEqual([['m0'], ['m2', 'm3']]);
  });
});

describe('a delivery that another process takes over', () => {
  it.each([
    { when: 'before its first part', step: 'assertHeld', count: 1, expected: [] },
    { when: 'between two parts', step: 'assertHeld', count: 2, expected: [0] },
    { when: 'while a part is sent', step: 'recordProgress', count: 2, expected: [0] },
    { when: 'before it ends', step: 'complete', count: 1, expected: [0, 1] },
  ])('is left alone from then on, and reported: $when', async ({ step, count, expected }) => {
    const parts: number[] = [];
    const reported: unknown[] = [];
    const lost = new DeliveryLost(EARLIER);
    let calls = 0;
    const lose = async () => {
      calls += 1;
      if (calls >= count) throw lost;
    };
    deps = {
      ...deps,
      deliveries: { ...deliveries, [step]: lose },
      deliverer: {
        async deliver(_to, _view, options) {
          for (const part of [0, 1]) {
            await options.beforePart(part);
            parts.push(part);
            await options.onPartSent(part, [`m${part}`]);
          }
        },
      },
      report: (error) => reported.push(error),
    };
    const [first] = await deliveries.take('telegram', now, 1);
    if (first !== undefined) await deliverEdition(first, deps);
    expect([parts, reported]).toEqual([expected, [lost]]);
    const left = await deliveries.get(EARLIER);
    expect(left).toMatchObject({ attempts: 0, failureReason: null });
    expect(left).not.toHaveProperty('outcome');
  });
});

describe('a part that an earlier attempt may have sent', () => {
  it('is announced to the platform with the time since when, and only then', async () => {
    failure = new DeliveryError('busy', { unclear: true });
    await send();
    failure = undefined;
    await send(new Date(now.getTime() + DAY_MS / 2));
    const since = received
      .filter(({ options }) => options.id === EARLIER)
      .map(({ options }) => options.mayHaveBeenSentSince);
    expect(since).toEqual([undefined, now]);
  });
});

describe('a chat that has moved', () => {
  it('takes all its deliveries along', async () => {
    const [first] = await deliveries.take('telegram', now, 1);
    failure = new DeliveryError('moved', { movedTo: '-100' });
    if (first !== undefined) await deliverEdition(first, deps);
    expect((await deliveries.get(LATER))?.edition.to.chat).toBe('-100');
    expect((await subscriptions.get('aaaaaa'))?.to.chat).toBe('-100');
  });
});

describe('a wait that the platform asks for', () => {
  it('is a day at most', () => {
    const delivery = { attempts: 0, failureReason: null, addedAt: now.toISOString() };
    const asked = new DeliveryError('busy', { retryAfterMs: 400 * DAY_MS });
    const decision = decideAfterFailure(asked, delivery, { now, random: 0.5 });
    expect(decision).toEqual({ kind: 'retry', at: new Date(now.getTime() + DAY_MS), attempts: 1 });
  });
});
