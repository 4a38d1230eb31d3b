import { beforeEach, describe, expect, it } from 'vitest';
import { type DeliverDeps, deliverEdition } from '../../src/delivery/deliver.ts';
import { StoreError } from '../../src/library/store-error.ts';
import type { View } from '../../src/view/view.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { createFakeDeliveryQueue } from '../fakes/delivery-queue.ts';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';

const NOW = new Date('2026-05-01T08:00:00Z');
const ID = 'aaaaaa@noon';
const VIEW: View = { blocks: [{ kind: 'divider' }, { kind: 'divider' }, { kind: 'divider' }], actions: [] };
const AWAY = new StoreError('server-lost', 'The server does not answer.');

let deliveries: ReturnType<typeof createFakeDeliveryQueue>;
let arrived: number[];
let reported: unknown[];
let clock: FakeClock;
let deps: DeliverDeps;

beforeEach(async () => {
  deliveries = createFakeDeliveryQueue();
  const subscriptions = createFakeSubscriptionStore();
  arrived = [];
  reported = [];
  clock = createFakeClock();
  deps = {
    deliveries,
    subscriptions,
    now: () => NOW,
    clock,
    random: () => 0.5,
    signal: new AbortController().signal,
    deliverer: {
      async deliver(_to, { blocks }, { confirmedParts, onPartSent }) {
        for (let part = confirmedParts.length; part < blocks.length; part += 1) {
          arrived.push(part);
          await onPartSent(part, [`m${part}`]);
        }
      },
    },
    compose: async () => VIEW,
    report: (error) => void reported.push(error),
  };
  await subscriptions.save(makeSubscription(), NOW);
  await deliveries.add([makeEdition(ID)], NOW);
});

async function sendAfter(ms: number): Promise<void> {
  for (const delivery of await deliveries.take('telegram', new Date(NOW.getTime() + ms), 10))
    await deliverEdition(delivery, deps);
}

describe('a delivery whose store is away', () => {
  it('waits for it, however often, instead of failing', async () => {
    deps.compose = () => Promise.reject(AWAY);
    for (let attempts = 1; attempts <= 5; attempts += 1) {
      await sendAfter(attempts * 600_000);
      expect(await deliveries.get(ID)).toMatchObject({ failureReason: 'busy', attempts });
    }
    expect(reported).toEqual([AWAY, AWAY, AWAY, AWAY, AWAY]);
    deps.compose = async () => VIEW;
    await sendAfter(6 * 600_000);
    expect([arrived, await deliveries.get(ID)]).toMatchObject([[0, 1, 2], { outcome: 'sent' }]);
  });

  it('does not repeat a part whose confirmation the store took only an hour later', async () => {
    const { recordProgress } = deliveries;
    let isAway = true;
    deliveries.recordProgress = async (id, progress) => {
      if (progress.confirmedParts.length === 2 && isAway) throw AWAY;
      await recordProgress(id, progress);
    };
    const sending = sendAfter(0);
    await clock.pass(3_600_000);
    expect(await deliveries.get(ID)).toMatchObject({ confirmedParts: [['m0']] });
    isAway = false;
    await clock.pass(1000);
    await sending;
    expect(await deliveries.get(ID)).toMatchObject({ confirmedParts: [['m0'], ['m1']] });
    await sendAfter(600_000);
    expect([arrived, await deliveries.get(ID)]).toMatchObject([[0, 1, 2], { outcome: 'sent' }]);
  });

  it('does not delay a stop', async () => {
    const { recordProgress } = deliveries;
    deliveries.recordProgress = async (id, progress) => {
      if (progress.confirmedParts.length === 2) throw AWAY;
      await recordProgress(id, progress);
    };
    const stopping = new AbortController();
    deps = { ...deps, signal: stopping.signal };
    const sending = sendAfter(0);
    await clock.pass(5000);
    stopping.abort();
    await sending;
    expect(reported).toEqual([AWAY]);
  });
});
