import { beforeEach, describe, expect, it } from 'vitest';
import { createRevisions, type Revisions } from '../../../src/delivery/revisions/revisions.ts';
import { leadAlone } from '../../../src/leadership.ts';
import type { Subscription } from '../../../src/subscription/subscription.ts';
import { createFakeArrivals, type FakeArrivals } from '../../fakes/arrivals.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';
import { createFakeDeliveryQueue } from '../../fakes/delivery-queue.ts';
import { createFakeLeadership } from '../../fakes/leadership.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../../fakes/subscription-store.ts';

const MINUTE_MS = 60_000;

let clock: FakeClock;
let looks: number;
let tookMs: number;
let failing: Error | undefined;
let reported: unknown[];
let arrivals: FakeArrivals;
/** A page of subscriptions. */
let page: Subscription[];

beforeEach(() => {
  clock = createFakeClock();
  looks = 0;
  tookMs = 0;
  failing = undefined;
  reported = [];
  arrivals = createFakeArrivals([]);
  page = [];
});

async function create({ lead = leadAlone, platforms = ['telegram'] } = {}) {
  const store = createFakeSubscriptionStore();
  const revisions = createRevisions({
    clock,
    lead,
    arrivals,
    subscriptions: {
      get: store.get,
      async page() {
        looks += 1;
        if (tookMs > 0) await new Promise<void>((done) => clock.after(tookMs, done));
        if (failing !== undefined) throw failing;
        return page;
      },
    },
    deliveries: createFakeDeliveryQueue(),
    sentDigests: { get: async () => undefined, record: async () => undefined },
    library: createFakeLibrary([]),
    revisers: new Map(platforms.map((platform) => [platform, { revise: async () => undefined }])),
    present: () => ({ blocks: [], actions: [] }),
    yieldToEventLoop: async () => undefined,
    noteGivenUp: () => undefined,
    report: (error) => void reported.push(error),
  });
  await revisions.start();
  return revisions;
}

async function tickFor(minutes: number, { tick }: Revisions): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await tick(new Date(clock.nowMs()));
    await clock.pass(MINUTE_MS);
  }
}

describe('keeping sent digests in step', () => {
  it('looks at the first tick, for what changed while the bot was down, and then every few minutes', async () => {
    const revisions = await create();
    await tickFor(1, revisions);
    expect(looks).toBe(1);
    await tickFor(10, revisions);
    expect(looks).toBe(3);
  });

  it('looks at once when articles may have changed, and once for changes meanwhile', async () => {
    const revisions = await create();
    tookMs = 1000;
    revisions.request();
    for (let change = 0; change < 5; change += 1) revisions.request();
    await clock.pass(0);
    expect(looks).toBe(1);
    await clock.pass(1000);
    await tickFor(3, revisions);
    expect(looks).toBe(2);
  });

  it('rests for twenty times as long as it looked', async () => {
    const revisions = await create();
    tookMs = 30_000;
    revisions.request();
    await clock.pass(30_000);
    revisions.request();
    await tickFor(9, revisions);
    expect(looks).toBe(1);
    await tickFor(2, revisions);
    expect(looks).toBe(2);
  });

  it('looks when another process has read something', async () => {
    const revisions = await create();
    await tickFor(2, revisions);
    expect(looks).toBe(1);
    arrivals.come(1);
    await tickFor(2, revisions);
    expect(looks).toBe(2);
  });

  it('looks again when another process was reading the same files, and saved them', async () => {
    const revisions = await create();
    revisions.request();
    await clock.pass(1000);
    arrivals.come(1);
    await clock.pass(10_000);
    expect(looks).toBe(2);
    revisions.request();
    await revisions.stop();
    arrivals.come(1);
    await clock.pass(10_000);
    expect(looks).toBe(2);
  });

  it('looks in one process at a time of those for the same platforms', async () => {
    const { lead, lose } = createFakeLeadership();
    const platforms = ['telegram', 'discord'];
    const [one, two] = [await create({ lead, platforms }), await create({ lead, platforms: platforms.toReversed() })];
    await tickFor(1, one);
    await tickFor(1, two);
    two.request();
    await clock.pass(0);
    expect(looks).toBe(1);
    await lose();
    one.request();
    await clock.pass(0);
    expect(looks).toBe(1);
    await tickFor(1, two);
    expect(looks).toBe(2);
    const other = await create({ lead, platforms: ['discord'] });
    await tickFor(1, other);
    expect(looks).toBe(3);
  });

  it('ends a look when another process takes its place', async () => {
    const { lead, lose } = createFakeLeadership();
    const revisions = await create({ lead });
    // There would be another page.
    page = Array.from({ length: 200 }, () => makeSubscription());
    tookMs = 2 * MINUTE_MS;
    await tickFor(1, revisions);
    await lose();
    await clock.pass(5 * MINUTE_MS);
    expect(looks).toBe(1);
  });

  it('looks again after a failure, which it reports', async () => {
    const revisions = await create();
    failing = new Error('The state is out of reach.');
    await tickFor(1, revisions);
    failing = undefined;
    await tickFor(1, revisions);
    expect([looks, reported]).toEqual([2, [expect.objectContaining({ message: 'The state is out of reach.' })]]);
  });

  it('does not look after it was stopped', async () => {
    const revisions = await create();
    await revisions.stop();
    revisions.request();
    await tickFor(1, revisions);
    expect(looks).toBe(0);
  });
});
