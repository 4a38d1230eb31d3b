import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type DeliverDeps, deliverEdition } from '../../src/delivery/deliver.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import type { View } from '../../src/view/view.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createFakeDeliveryQueue } from '../fakes/delivery-queue.ts';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';

const now = new Date('2026-05-01T08:00:00Z');
const ID = 'aaaaaa@noon';
const view: View = { blocks: [{ kind: 'divider' }, { kind: 'divider' }, { kind: 'divider' }], actions: [] };

let deliveries: ReturnType<typeof createFakeDeliveryQueue>;
let subscriptions: ReturnType<typeof createFakeSubscriptionStore>;
let arrived: { chat: string; part: number }[];
let failing: ((part: number) => Error | undefined) | undefined;
let composed: View | undefined;
let reported: unknown[];
let stopping: AbortController;
let deps: DeliverDeps;

beforeEach(async () => {
  deliveries = createFakeDeliveryQueue();
  subscriptions = createFakeSubscriptionStore();
  arrived = [];
  failing = undefined;
  composed = view;
  reported = [];
  stopping = new AbortController();
  deps = {
    deliveries,
    subscriptions,
    now: () => now,
    clock: createFakeClock(),
    random: () => 0.5,
    signal: stopping.signal,
    deliverer: {
      async deliver(to, { blocks }, { confirmedParts: done, beforePart: begin, onPartSent: sent }) {
        for (let part = done.length; part < blocks.length; part += 1) {
          await begin(part);
          const failure = failing?.(part);
          if (failure !== undefined) throw failure;
          arrived.push({ chat: to.chat, part });
          await sent(part, [`m${part}`]);
        }
      },
    },
    compose: async () => composed,
    report: (error) => void reported.push(error),
  };
  await subscriptions.save(makeSubscription({ position: 7 }), now);
  await deliveries.add([makeEdition(ID, { after: 3 })], now);
});

/** Takes what may be tried at an instant, and sends it. */
async function send(at = now): Promise<number> {
  const taken = await deliveries.take('telegram', at, 10);
  for (const delivery of taken) await deliverEdition(delivery, deps);
  return taken.length;
}

const found = () => deliveries.get(ID);
const parts = () => arrived.map(({ part }) => part);

describe('two deliveries that a pause drops', () => {
  const LATER = 'aaaaaa@evening';

  beforeEach(async () => {
    const slot = '2024-05-02T12:00:00.000Z';
    await deliveries.add([makeEdition(LATER, { after: 7, upTo: 9, slot })], now);
    await deliveries.recordProgress(ID, { view, confirmedParts: [] });
    await subscriptions.save(makeSubscription({ position: 9, state: 'paused' }), null);
  });

  it.each([
    ['first', [0, 1]],
    ['last', [1, 0]],
  ])('move the subscription back to the earlier one if that is dropped %s', async (_when, order) => {
    const taken = await deliveries.take('telegram', now, 2);
    for (const at of order) await deliverEdition(taken[at] ?? expect.unreachable(), deps);
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ position: 3, state: 'paused' });
    expect([await found(), await deliveries.get(LATER)]).toMatchObject([
      { outcome: 'dropped' },
      { outcome: 'dropped' },
    ]);
  });

  it('do so once if the process dies in between', async () => {
    const dying = { ...deliveries, complete: () => new Promise<never>(() => undefined) };
    for (const delivery of await deliveries.take('telegram', now, 2))
      void deliverEdition(delivery, { ...deps, deliveries: dying });
    await vi.waitFor(async () => expect(await subscriptions.get('aaaaaa')).toMatchObject({ position: 3 }));
    await deliveries.release();
    await send();
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ position: 3 });
    expect([await found(), await deliveries.get(LATER)]).toMatchObject([
      { outcome: 'dropped' },
      { outcome: 'dropped' },
    ]);
  });
});

describe('an attempt', () => {
  it('tells the deliverer since when an earlier one may have sent a part', async () => {
    const since: unknown[] = [];
    const { deliver } = deps.deliverer;
    deps.deliverer.deliver = async (to, shown, options) => {
      since.push(options.mayHaveBeenSentSince);
      await deliver(to, shown, options);
    };
    failing = () => new DeliveryError('busy', { unclear: true });
    await send();
    await send(new Date(now.getTime() + 60_000));
    expect(since).toEqual([undefined, now]);
  });

  it('is reported and made again if the store rejects while it runs', async () => {
    const full = new Error('The disk is full.');
    const { recordProgress } = deliveries;
    deliveries.recordProgress = async (id, progress) => {
      if (progress.confirmedParts.length === 2) throw full;
      await recordProgress(id, progress);
    };
    await send();
    expect(reported).toEqual([full]);
    expect(await found()).toMatchObject({ confirmedParts: [['m0']], failureReason: 'refused' });
    deliveries.recordProgress = recordProgress;
    await send(new Date(now.getTime() + 2 * 60_000));
    expect(parts()).toEqual([0, 1, 1, 2]);
    expect(await found()).toMatchObject({ outcome: 'sent' });
  });
});

describe('a long digest', () => {
  it('arrives whole on a line that loses the first answer of each part', async () => {
    composed = { blocks: Array.from({ length: 12 }, () => ({ kind: 'divider' })), actions: [] };
    const lost = new Set<number>();
    failing = (part) => {
      if (lost.has(part)) return undefined;
      lost.add(part);
      return new DeliveryError('busy', { unclear: true });
    };
    for (let at = now.getTime(), tries = 0; tries < 13; tries += 1, at += 15_000) await send(new Date(at));
    expect(parts()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await found()).toMatchObject({ outcome: 'sent' });
    expect(reported).toEqual([]);
  });
});

describe('delivering', () => {
  it('sends every part once, and records the slot', async () => {
    await send();
    expect(parts()).toEqual([0, 1, 2]);
    expect(await found()).toMatchObject({ outcome: 'sent', confirmedParts: [['m0'], ['m1'], ['m2']] });
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ sentUntil: '2024-05-02T00:00:00.000Z' });
  });

  it('continues after the last confirmed part, with the same view', async () => {
    failing = (part) => (part === 2 ? new DeliveryError('busy', { retryAfterMs: 5000 }) : undefined);
    await send();
    failing = undefined;
    composed = undefined;
    expect(await send(new Date(now.getTime() + 4999))).toBe(0);
    expect(await send(new Date(now.getTime() + 5000))).toBe(1);
    expect(parts()).toEqual([0, 1, 2]);
    expect(await found()).toMatchObject({ outcome: 'sent' });
  });

  it('remembers what it showed once all parts have arrived, even if remembering fails', async () => {
    const shown: unknown[] = [];
    const broken = new Error('The state is out of reach.');
    const remember = async (...told: unknown[]) => {
      shown.push(told);
      throw broken;
    };
    deps = { ...deps, remember };
    await send();
    expect(shown).toEqual([[{ platform: 'telegram', chat: '1' }, view, makeEdition(ID, { after: 3 })]]);
    expect(reported).toEqual([broken]);
    expect(await found()).toMatchObject({ outcome: 'sent' });
  });

  it('sends nothing if there are no articles', async () => {
    composed = undefined;
    await send();
    expect(parts()).toEqual([]);
    expect(await found()).toMatchObject({ outcome: 'empty' });
  });

  it('keeps a refused delivery with its reason, to be resent from where it stopped', async () => {
    failing = (part) => (part === 1 ? new DeliveryError('refused') : undefined);
    await send();
    await send(new Date(now.getTime() + 2 * 60_000));
    expect(await found()).toMatchObject({ outcome: 'failed', failureReason: 'refused', confirmedParts: [['m0']] });
    expect(reported.map(String)).toEqual([`GivenUp: ${ID} is given up. Not delivered: refused.`]);
    failing = undefined;
    expect(await deliveries.resend(ID, now)).toBe(true);
    await send(new Date(now.getTime() + 3 * 60_000));
    expect(parts()).toEqual([0, 1, 2]);
  });

  describe('to the followers of a chat', () => {
    /** As a platform does that hands on what has arrived. */
    function handOn(failure: () => DeliveryError | undefined): void {
      const { deliver: sendParts } = deps.deliverer;
      deps.deliverer = {
        async deliver(...given) {
          await sendParts(...given);
          const failed = failure();
          if (failed !== undefined) throw failed;
        },
      };
    }

    it('is retried while the platform is busy, without sending a part or remembering the view again', async () => {
      const shown: unknown[] = [];
      deps.remember = async (_, what) => void shown.push(what);
      const failures = [new DeliveryError('busy', { arrived: true, retryAfterMs: 60_000 })];
      handOn(() => failures.pop());
      await send();
      expect(await found()).toMatchObject({ failureReason: 'followers' });
      expect(await send(new Date(now.getTime() + 60_000))).toBe(1);
      expect(await found()).toMatchObject({ outcome: 'sent', failureReason: null });
      expect([parts(), shown]).toEqual([[0, 1, 2], [view]]);
    });

    it('counts as sent if the platform never accepts it, and reports that', async () => {
      handOn(() => new DeliveryError('refused', { arrived: true }));
      await send();
      expect(await found()).toMatchObject({ outcome: 'sent', failureReason: 'followers' });
      expect(await subscriptions.get('aaaaaa')).toMatchObject({ sentUntil: '2024-05-02T00:00:00.000Z' });
      expect(reported).toHaveLength(1);
    });

    it('counts as sent if the subscription is paused meanwhile', async () => {
      handOn(() => new DeliveryError('busy', { arrived: true, retryAfterMs: 1000 }));
      await send();
      await subscriptions.save(makeSubscription({ position: 7, state: 'paused' }), null);
      await send(new Date(now.getTime() + 1000));
      expect(await found()).toMatchObject({ outcome: 'sent', failureReason: 'followers' });
      expect(await subscriptions.get('aaaaaa')).toMatchObject({ state: 'paused', position: 7 });
    });
  });

  it('suspends the subscription of a chat that is gone, and keeps its articles for later', async () => {
    failing = () => new DeliveryError('gone');
    for (const minutes of [0, 10, 120]) await send(new Date(now.getTime() + minutes * 60_000));
    expect(await found()).toMatchObject({ outcome: 'dropped', failureReason: 'gone' });
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ state: 'suspended', suspendedFor: 'gone', position: 3 });
  });

  it('leaves a subscription paused that people pause during the last attempt', async () => {
    failing = () => new DeliveryError('gone');
    for (const minutes of [0, 10]) await send(new Date(now.getTime() + minutes * 60_000));
    // After the part was allowed to begin.
    failing = () => {
      void subscriptions.save(makeSubscription({ position: 7, state: 'paused' }), null);
      return new DeliveryError('gone');
    };
    await send(new Date(now.getTime() + 120 * 60_000));
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ state: 'paused', suspendedFor: null, position: 3 });
    expect(await found()).toMatchObject({ outcome: 'dropped' });
  });

  it('follows a chat that has moved, with everything', async () => {
    await deliveries.add([makeEdition('bbbbbb@noon', { subscription: 'bbbbbb' })], now);
    const [, other] = await deliveries.take('telegram', now, 2);
    await deliveries.release();
    expect(other).toMatchObject({ edition: { id: 'bbbbbb@noon', to: { chat: '1' } } });
    failing = () => (arrived.length === 0 ? new DeliveryError('moved', { movedTo: '-100' }) : undefined);
    const { moveChat: move } = subscriptions;
    subscriptions.moveChat = async (...given) => {
      failing = undefined;
      await move(...given);
    };
    await send();
    await send();
    expect(arrived.map(({ chat }) => chat)).toEqual(['-100', '-100', '-100']);
    expect(await deliveries.get('bbbbbb@noon')).toMatchObject({ edition: { to: { chat: '-100' } } });
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ to: { chat: '-100' } });
  });

  it.each([
    ['paused', 'paused'],
    ['suspended', 'paused'],
  ] as const)('drops the delivery of a %s subscription, to send its articles later', async (state, reason) => {
    await subscriptions.save(makeSubscription({ position: 7, state }), null);
    await send();
    expect(await found()).toMatchObject({ outcome: 'dropped', failureReason: reason });
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ position: 3 });
  });

  it('keeps an overtaken delivery to be resent, and repeats no article', async () => {
    const sentUntil = '2024-05-03T00:00:00.000Z';
    await subscriptions.save(makeSubscription({ position: 7, sentUntil, state: 'paused' }), null);
    await send();
    expect(await found()).toMatchObject({ outcome: 'failed', failureReason: 'paused' });
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ position: 7 });
    await subscriptions.save(makeSubscription({ position: 7, sentUntil }), now);
    await deliveries.resend(ID, now);
    await send();
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ sentUntil });
  });

  it('keeps a partly sent delivery, to continue from there', async () => {
    failing = (part) => (part === 1 ? new DeliveryError('busy', { retryAfterMs: 1000 }) : undefined);
    await send();
    failing = undefined;
    await subscriptions.save(makeSubscription({ position: 7, state: 'paused' }), null);
    await send(new Date(now.getTime() + 5000));
    expect(await found()).toMatchObject({ outcome: 'failed', confirmedParts: [['m0']] });
    await subscriptions.save(makeSubscription({ position: 7 }), now);
    await deliveries.resend(ID, now);
    await send();
    expect(parts()).toEqual([0, 1, 2]);
  });

  it.each([
    [0, 'dropped', 3],
    [1, 'failed', 7],
  ])(
    'stops before the next part where it is paused after %i parts, and loses nothing',
    async (count, outcome, position) => {
      failing = () => undefined;
      const { deliver: send3 } = deps.deliverer;
      deps.deliverer.deliver = (to, shown, options) => {
        const begin = async (part: number) => {
          if (part === count) await subscriptions.save(makeSubscription({ position: 7, state: 'paused' }), null);
          await options.beforePart(part);
        };
        return send3(to, shown, { ...options, beforePart: begin });
      };
      await send();
      expect(parts()).toHaveLength(count);
      expect(await found()).toMatchObject({ outcome, failureReason: 'paused' });
      expect(await subscriptions.get('aaaaaa')).toMatchObject({ position, sentUntil: null });
    },
  );

  it('counts as sent if it is paused after the last part', async () => {
    failing = undefined;
    const { recordProgress: note } = deliveries;
    deliveries.recordProgress = async (id, progress) => {
      await note(id, progress);
      if (progress.confirmedParts.length === 3)
        await subscriptions.save(makeSubscription({ position: 7, state: 'paused' }), null);
    };
    await send();
    expect(await found()).toMatchObject({ outcome: 'sent' });
  });

  it('continues at once if it is resumed before it stopped', async () => {
    const { complete: finish } = deliveries;
    failing = (part) => {
      void subscriptions.save(makeSubscription({ position: 7, state: 'paused' }), null);
      return part === 0 ? undefined : new Error('It is paused.');
    };
    deliveries.complete = async (...given) => {
      await subscriptions.save(makeSubscription({ position: 7 }), now);
      failing = undefined;
      await finish(...given);
    };
    await send();
    expect(await found()).not.toHaveProperty('outcome');
    await send();
    expect(parts()).toEqual([0, 1, 2]);
    expect(await found()).toMatchObject({ outcome: 'sent' });
  });

  it('stops after an unsubscription', async () => {
    failing = () => void subscriptions.remove('aaaaaa');
    await send();
    expect(parts()).toEqual([0]);
    const confirmedParts = [['m0']];
    expect(await found()).toMatchObject({ outcome: 'dropped', failureReason: 'unsubscribed', confirmedParts });
  });

  it('drops deliveries without a subscription', async () => {
    await subscriptions.remove('aaaaaa');
    await send();
    expect(await found()).toMatchObject({ outcome: 'dropped', failureReason: 'unsubscribed' });
    expect(arrived).toEqual([]);
  });

  it('sends it after all if the unsubscription is undone first', async () => {
    await subscriptions.remove('aaaaaa');
    const { complete: finish } = deliveries;
    deliveries.complete = async (...given) => {
      await subscriptions.save(makeSubscription({ position: 7 }), now);
      await finish(...given);
    };
    await send();
    await send();
    expect(await found()).toMatchObject({ outcome: 'sent' });
  });

  it('reports a bug, and retries once', async () => {
    const fault = new TypeError('a mistake');
    failing = () => fault;
    await send();
    expect(reported).toEqual([fault]);
    failing = undefined;
    await send(new Date(now.getTime() + 2 * 60_000));
    expect(await found()).toMatchObject({ outcome: 'sent' });
  });

  it('stops between two parts when the process stops', async () => {
    failing = (part) => {
      if (part === 1) stopping.abort();
      return undefined;
    };
    await send();
    expect(parts()).toEqual([0, 1]);
    expect(await found()).toMatchObject({ confirmedParts: [['m0'], ['m1']] });
    expect(await found()).not.toHaveProperty('outcome');
    stopping = new AbortController();
    deps.signal = stopping.signal;
    failing = undefined;
    await deliveries.release();
    await send();
    expect(parts()).toEqual([0, 1, 2]);
  });
});

describe('a delivery that the platform delays', () => {
  it('waits for as long as the platform asks, and tells the operator if that is long', async () => {
    failing = () => new DeliveryError('busy', { retryAfterMs: 43_838_000 });
    await send();
    failing = undefined;
    const until = new Date(now.getTime() + 43_838_000);
    expect(reported).toEqual([
      expect.objectContaining({ message: expect.stringContaining(until.toISOString()) as string }),
    ]);
    expect(await send(new Date(until.getTime() - 1))).toBe(0);
    expect(await send(until)).toBe(1);
    expect(await found()).toMatchObject({ outcome: 'sent' });
  });
});
