import { beforeEach, describe, expect, it } from 'vitest';
import { createRevisions } from '../../../src/delivery/revisions/revisions.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';
import { createFakeDeliveryQueue } from '../../fakes/delivery-queue.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { createFakeSubscriptionStore } from '../../fakes/subscription-store.ts';

const MINUTE_MS = 60_000;

let clock: FakeClock;
let looks: number;
let tookMs: number;
let failing: Error | undefined;
let reported: unknown[];

beforeEach(() => {
  clock = createFakeClock();
  looks = 0;
  tookMs = 0;
  failing = undefined;
  reported = [];
});

function create() {
  const store = createFakeSubscriptionStore();
  return createRevisions({
    clock,
    subscriptions: {
      get: store.get,
      async page() {
        looks += 1;
        if (tookMs > 0) await new Promise<void>((done) => clock.after(tookMs, done));
        if (failing !== undefined) throw failing;
        return [];
      },
    },
    deliveries: createFakeDeliveryQueue(),
    sentDigests: { get: async () => undefined, record: async () => undefined },
    library: createFakeLibrary([]),
    revisers: new Map(),
    present: () => ({ blocks: [], actions: [] }),
    yieldToEventLoop: async () => undefined,
    noteGivenUp: () => undefined,
    report: (error) => void reported.push(error),
  });
}

async function tickFor(minutes: number, { tick }: ReturnType<typeof create>): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await tick(new Date(clock.nowMs()));
    await clock.pass(MINUTE_MS);
  }
}

describe('keeping sent digests in step', () => {
  it('looks at the first tick, for what changed while the bot was down, and then every few minutes', async () => {
    const revisions = create();
    await tickFor(1, revisions);
    expect(looks).toBe(1);
    await tickFor(10, revisions);
    expect(looks).toBe(3);
  });

  it('looks at once when articles may have changed, and once for changes meanwhile', async () => {
    const revisions = create();
    tookMs = 1000;
    revisions.request();
    for (let change = 0; change < 5; change += 1) revisions.request();
    expect(looks).toBe(1);
    await clock.pass(1000);
    await tickFor(3, revisions);
    expect(looks).toBe(2);
  });

  it('rests for twenty times as long as it looked', async () => {
    const revisions = create();
    tookMs = 30_000;
    revisions.request();
    await clock.pass(30_000);
    revisions.request();
    await tickFor(9, revisions);
    expect(looks).toBe(1);
    await tickFor(2, revisions);
    expect(looks).toBe(2);
  });

  it('looks again after a failure, which it reports', async () => {
    const revisions = create();
    failing = new Error('The state is out of reach.');
    await tickFor(1, revisions);
    failing = undefined;
    await tickFor(1, revisions);
    expect([looks, reported]).toEqual([2, [expect.objectContaining({ message: 'The state is out of reach.' })]]);
  });

  it('does not look after it was stopped', async () => {
    const revisions = create();
    await revisions.stop();
    revisions.request();
    await tickFor(1, revisions);
    expect(looks).toBe(0);
  });
});
