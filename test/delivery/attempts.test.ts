import { beforeEach, describe, expect, it } from 'vitest';
import { type DeliverDeps, deliverEdition } from '../../src/delivery/deliver.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import type { View } from '../../src/view/view.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createFakeDeliveryQueue } from '../fakes/delivery-queue.ts';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';

const NOW = new Date('2026-05-01T08:00:00Z');
const FIRST_PAUSE_MS = 2000;
const ID = 'aaaaaa@noon';
const view: View = { blocks: [{ kind: 'divider' }, { kind: 'divider' }], actions: [] };
const busy = () => Promise.reject(new DeliveryError('busy'));

let deliveries: ReturnType<typeof createFakeDeliveryQueue>;
/** How many parts arrive before the platform is busy. */
let arriving: number;
let deps: DeliverDeps;

beforeEach(async () => {
  deliveries = createFakeDeliveryQueue();
  const subscriptions = createFakeSubscriptionStore();
  arriving = 0;
  deps = {
    deliveries,
    subscriptions,
    now: () => NOW,
    clock: createFakeClock(),
    random: () => 0.5,
    signal: new AbortController().signal,
    deliverer: {
      async deliver(_to, _view, { confirmedParts, beforePart, onPartSent }) {
        for (let part = confirmedParts.length; part < arriving; part += 1) {
          await beforePart(part);
          await onPartSent(part, [`m${part}`]);
        }
        await busy();
      },
    },
    compose: async () => view,
    report: () => undefined,
  };
  await subscriptions.save(makeSubscription(), NOW);
  await deliveries.add([makeEdition(ID)], NOW);
});

async function attempt(afterMs = 0) {
  const [delivery] = await deliveries.take('telegram', new Date(NOW.getTime() + afterMs), 1);
  await deliverEdition(delivery ?? expect.unreachable(), deps);
  return await deliveries.get(ID);
}

describe('the attempts of a delivery', () => {
  it('are counted while no part arrives, also when the view is recorded in between', async () => {
    deps.compose = busy;
    expect(await attempt()).toMatchObject({ view: null, attempts: 1 });
    deps.compose = async () => view;
    expect(await attempt(FIRST_PAUSE_MS)).toMatchObject({ view, attempts: 2 });
  });

  it('are counted anew once a part has arrived', async () => {
    expect(await attempt()).toMatchObject({ attempts: 1 });
    arriving = 1;
    expect(await attempt(FIRST_PAUSE_MS)).toMatchObject({ confirmedParts: [['m0']], attempts: 1 });
  });
});
