import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type EnqueueDeps, enqueueDue } from '../../../src/delivery/enqueue/enqueue-due.ts';
import { createSubscriptionIsolation } from '../../../src/delivery/enqueue/isolate-subscriptions.ts';
import { StoreError } from '../../../src/library/store-error.ts';
import type { Subscription } from '../../../src/subscription/subscription.ts';
import { createFakeDeliveryQueue } from '../../fakes/delivery-queue.ts';
import { noIsolation } from '../../fakes/no-isolation.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../../fakes/subscription-store.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const AT_ONCE = { kind: 'instant', zone: 'UTC', quiet: null } as const;

let library: { position: number; fitting: boolean; updates: number };
let breaths: number;
let deps: EnqueueDeps & {
  subscriptions: ReturnType<typeof createFakeSubscriptionStore>;
  deliveries: ReturnType<typeof createFakeDeliveryQueue>;
};

beforeEach(() => {
  library = { position: 7, fitting: true, updates: 0 };
  breaths = 0;
  deps = {
    subscriptions: createFakeSubscriptionStore(),
    deliveries: createFakeDeliveryQueue(),
    arrivals: {
      position: async () => library.position,
      between: async ({ after, upTo, withUpdates }) => ({
        total: (library.fitting ? upTo - after : 0) + (withUpdates ? library.updates : 0),
        entries: [],
      }),
    },
    isolate: noIsolation,
    async yieldToEventLoop() {
      breaths += 1;
    },
  };
});

/** Subscribes a chat daily at 08:00 UTC, as of an instant. */
async function subscribe(at: string, told: Partial<Subscription> = {}): Promise<Subscription> {
  const schedule = { kind: 'daily', times: ['08:00'], days: EVERY_DAY, zone: 'UTC' } as const;
  const subscription = makeSubscription({ schedule, enqueuedUntil: at, createdAt: at, ...told });
  await deps.subscriptions.save(subscription, new Date(at));
  return subscription;
}

const publish = (at: string) => enqueueDue(new Date(at), deps);
const editions = async () =>
  (await deps.deliveries.forChat({ platform: 'telegram', chat: '1' })).map(({ edition }) => edition);

describe('enqueueing', () => {
  it('puts articles from between a crash and the next start into the next edition', async () => {
    await subscribe('2026-05-01T00:00:00Z', { position: 3 });
    const dying = { ...deps.subscriptions, change: () => new Promise<undefined>(() => undefined) };
    void enqueueDue(new Date('2026-05-01T08:00:00Z'), { ...deps, subscriptions: dying });
    await vi.waitFor(async () => expect(await editions()).toHaveLength(1));
    library.position = 9;
    await publish('2026-05-01T08:01:00Z');
    await deps.deliveries.complete('aaaaaa@2026-05-01T08:00Z', 'sent', { at: new Date('2026-05-01T08:02:00Z') });
    await publish('2026-05-02T08:00:00Z');
    expect((await editions()).map(({ after, upTo }) => [after, upTo])).toEqual([
      [3, 7],
      [7, 9],
    ]);
  });

  it('sends nothing twice if the clock goes back an hour, and continues if it was a year ahead', async () => {
    await subscribe('2026-05-01T00:00:00Z', { position: 3 });
    await publish('2026-05-01T08:10:00Z');
    await deps.deliveries.complete('aaaaaa@2026-05-01T08:00Z', 'sent', { at: new Date('2026-05-01T08:11:00Z') });
    for (const at of ['07:10', '07:59', '08:00', '08:30']) await publish(`2026-05-01T${at}:00Z`);
    expect(await editions()).toHaveLength(1);
    await publish('2027-05-01T09:00:00Z');
    const [subscription] = await deps.subscriptions.forChat({ platform: 'telegram', chat: '1' });
    if (subscription === undefined) throw new Error('The subscription is gone.');
    await deps.subscriptions.save(subscription, new Date('2026-05-01T09:00:00Z'));
    library.position = 11;
    await publish('2026-05-01T09:01:00Z');
    await publish('2026-05-02T08:00:00Z');
    expect((await editions()).map(({ slot }) => slot)).toContain('2026-05-02T08:00:00.000Z');
  });

  it('makes one late edition after a day without the process', async () => {
    await subscribe('2026-05-01T00:00:00Z', { position: 3 });
    await publish('2026-05-01T08:00:00Z');
    await deps.deliveries.complete('aaaaaa@2026-05-01T08:00Z', 'sent', { at: new Date('2026-05-01T08:11:00Z') });
    await publish('2026-05-03T07:00:00Z');
    await publish('2026-05-03T07:01:00Z');
    expect(await editions()).toHaveLength(2);
  });

  it('makes one edition per slot, however often it runs', async () => {
    await subscribe('2026-05-01T00:00:00Z', { position: 3 });
    expect(await publish('2026-05-01T07:59:00Z')).toBe(0);
    expect(await publish('2026-05-01T08:00:00Z')).toBe(1);
    expect(await publish('2026-05-01T08:01:00Z')).toBe(0);
    expect(await editions()).toMatchObject([
      {
        id: 'aaaaaa@2026-05-01T08:00Z',
        slot: '2026-05-01T08:00:00.000Z',
        next: '2026-05-02T08:00:00.000Z',
        after: 3,
        upTo: 7,
        missed: 0,
        zone: 'UTC',
      },
    ]);
  });

  it.each([
    ['the same slot', '2026-05-01T09:00:00Z', [[3, 7]]],
    ['the next', '2026-05-02T08:00:00Z', [[3, 9]]],
  ])(
    'loses no article of a dropped edition that a crash kept from being recorded, at %s',
    async (_slot, at, windows) => {
      const subscription = await subscribe('2026-05-01T00:00:00Z', { position: 3 });
      await publish('2026-05-01T08:00:00Z');
      const dropped = { at: new Date('2026-05-01T08:01:00Z'), reason: 'unsubscribed' };
      await deps.deliveries.complete('aaaaaa@2026-05-01T08:00Z', 'dropped', dropped);
      await deps.subscriptions.save(subscription, new Date('2026-05-01T08:00:00Z'));
      library.position = 9;
      await publish(at);
      const taken = await deps.deliveries.take('telegram', new Date(at), 9);
      expect(taken.map(({ edition }) => [edition.after, edition.upTo])).toEqual(windows);
    },
  );

  it('does not resend a dropped edition that a later one covers', async () => {
    const subscription = await subscribe('2026-05-01T00:00:00Z', { position: 3 });
    await publish('2026-05-01T08:00:00Z');
    const dropped = { at: new Date('2026-05-01T08:01:00Z'), reason: 'paused' };
    await deps.deliveries.complete('aaaaaa@2026-05-01T08:00Z', 'dropped', dropped);
    await deps.subscriptions.save({ ...subscription, position: 7 }, new Date('2026-05-01T08:00:00Z'));
    await publish('2026-05-01T09:00:00Z');
    expect(await deps.deliveries.take('telegram', new Date('2026-05-01T09:00:00Z'), 9)).toEqual([]);
  });

  it('makes the same edition again after a crash before it was recorded', async () => {
    const subscription = await subscribe('2026-05-01T00:00:00Z');
    await publish('2026-05-01T08:00:00Z');
    await deps.subscriptions.save(subscription, new Date('2026-05-01T08:00:00Z'));
    library.position = 9;
    await publish('2026-05-01T08:00:30Z');
    expect((await editions()).map(({ id, upTo }) => [id, upTo])).toEqual([['aaaaaa@2026-05-01T08:00Z', 7]]);
  });

  it('starts each edition where the previous one ended', async () => {
    await subscribe('2026-05-01T00:00:00Z');
    await publish('2026-05-01T08:00:00Z');
    await deps.deliveries.take('telegram', new Date('2026-05-01T08:00:00Z'), 1);
    await deps.deliveries.complete('aaaaaa@2026-05-01T08:00Z', 'sent', { at: new Date('2026-05-01T08:00:01Z') });
    library.position = 12;
    await publish('2026-05-02T08:00:00Z');
    expect((await editions()).map(({ after, upTo }) => [after, upTo])).toEqual([
      [0, 7],
      [7, 12],
    ]);
  });

  it('makes one late edition for the last day, and none for earlier slots', async () => {
    await subscribe('2026-05-01T00:00:00Z', {
      schedule: { kind: 'daily', times: ['08:00', '20:00'], days: EVERY_DAY, zone: 'UTC' },
    });
    expect(await publish('2026-05-04T09:00:00Z')).toBe(1);
    expect(await editions()).toMatchObject([{ slot: '2026-05-04T08:00:00.000Z', missed: 1, after: 0, upTo: 7 }]);
    await subscribe('2026-05-01T00:00:00Z', {
      id: 'bbbbbb',
      schedule: { kind: 'daily', times: ['08:00'], days: [1], zone: 'UTC' },
    });
    expect(await publish('2026-05-06T09:00:00Z')).toBe(1);
    const late = await deps.subscriptions.get('bbbbbb');
    expect(late).toMatchObject({ position: 0 });
    expect(await deps.subscriptions.nextAt('bbbbbb')).toEqual(new Date('2026-05-11T08:00:00Z'));
  });

  it('covers waiting editions with the new one', async () => {
    await subscribe('2026-05-01T00:00:00Z');
    await publish('2026-05-01T08:00:00Z');
    library.position = 12;
    await publish('2026-05-02T08:00:00Z');
    const waiting = await deps.deliveries.take('telegram', new Date('2026-05-02T08:00:00Z'), 10);
    expect(waiting.map(({ edition: { after, upTo } }) => [after, upTo])).toEqual([[0, 12]]);
  });

  it('sends no slot twice if the clock goes back', async () => {
    await subscribe('2026-05-01T00:00:00Z');
    await publish('2026-05-01T08:30:00Z');
    await publish('2026-05-01T07:30:00Z');
    await publish('2026-05-01T08:00:00Z');
    expect(await editions()).toHaveLength(1);
  });

  it('sends articles instantly, and those from quiet hours together afterwards', async () => {
    const schedule = { kind: 'instant', zone: 'UTC', quiet: { from: '22:00', to: '07:00' } } as const;
    await subscribe('2026-05-01T12:00:00Z', { schedule, position: 7 });
    expect(await publish('2026-05-01T12:01:00Z')).toBe(0);
    library.position = 8;
    expect(await publish('2026-05-01T12:02:00Z')).toBe(1);
    const [first] = await editions();
    await deps.deliveries.complete(first?.id ?? '', 'sent', { at: new Date('2026-05-01T12:02:01Z') });
    for (let hour = 0; hour < 9; hour += 1) {
      library.position += 1;
      expect(await publish(new Date(Date.UTC(2026, 4, 1, 22 + hour)).toISOString())).toBe(0);
    }
    expect(await publish('2026-05-02T07:00:00Z')).toBe(1);
    expect((await editions()).map(({ after, upTo, next }) => [after, upTo, next])).toEqual([
      [7, 8, null],
      [8, 17, null],
    ]);
  });

  it('sends instant articles from before a pause after it, even without new ones', async () => {
    const subscription = await subscribe('2026-05-01T12:00:00Z', { schedule: AT_ONCE, position: 3 });
    await publish('2026-05-01T12:01:00Z');
    const [held] = await editions();
    await deps.deliveries.complete(held?.id ?? '', 'dropped', { at: new Date('2026-05-01T12:01:30Z') });
    const back = { ...subscription, enqueuedUntil: '2026-05-01T12:01:00.000Z' };
    await deps.subscriptions.save(back, new Date('2026-05-01T12:02:00Z'));
    await publish('2026-05-01T12:02:00Z');
    expect((await editions()).map(({ after, upTo }) => [after, upTo])).toEqual([[3, 7]]);
  });

  it('sends no instant article twice after a crash before it was recorded', async () => {
    const subscription = await subscribe('2026-05-01T12:00:00Z', { schedule: AT_ONCE, position: 3 });
    await publish('2026-05-01T12:01:00Z');
    const [sent] = await editions();
    await deps.deliveries.complete(sent?.id ?? '', 'sent', { at: new Date('2026-05-01T12:01:01Z') });
    await deps.subscriptions.save(subscription, new Date('2026-05-01T12:01:00Z'));
    library.position = 9;
    for (const minute of ['02', '03']) await publish(`2026-05-01T12:${minute}:00Z`);
    expect((await editions()).map(({ after, upTo }) => [after, upTo])).toEqual([
      [3, 7],
      [7, 9],
    ]);
  });

  it('skips instant articles outside the selection, and does not check them again', async () => {
    await subscribe('2026-05-01T12:00:00Z', { schedule: { kind: 'instant', zone: 'UTC', quiet: null } });
    library.fitting = false;
    expect(await publish('2026-05-01T12:01:00Z')).toBe(0);
    expect(await deps.subscriptions.get('aaaaaa')).toMatchObject({ position: 7 });
  });

  it('sends changed articles instantly to those who want them', async () => {
    const schedule = { kind: 'instant', zone: 'UTC', quiet: null } as const;
    library.fitting = false;
    library.updates = 1;
    await subscribe('2026-05-01T12:00:00Z', { schedule });
    expect(await publish('2026-05-01T12:01:00Z')).toBe(0);
    await deps.subscriptions.change('aaaaaa', ({ subscription }) => ({
      subscription: { ...subscription, withUpdates: true },
      nextAt: new Date('2026-05-01T12:02:00Z'),
    }));
    expect(await publish('2026-05-01T12:02:00Z')).toBe(1);
    expect(await editions()).toMatchObject([{ withUpdates: true }]);
  });

  it('keeps a schedule that somebody changes meanwhile, and repeats no article', async () => {
    const subscription = await subscribe('2026-05-01T00:00:00Z');
    const evening = { ...subscription.schedule, times: ['20:00'] };
    const enqueuedUntil = '2026-05-01T08:00:01Z';
    const changed = { ...subscription, schedule: evening, enqueuedUntil } as Subscription;
    const { mergeUnsent: absorb } = deps.deliveries;
    deps.deliveries.mergeUnsent = async (...given) => {
      await deps.subscriptions.save(changed, new Date('2026-05-01T20:00:00Z'));
      return await absorb(...given);
    };
    await publish('2026-05-01T08:00:00Z');
    expect(await deps.subscriptions.get('aaaaaa')).toEqual({ ...changed, position: 7 });
    expect(await deps.subscriptions.nextAt('aaaaaa')).toEqual(new Date('2026-05-01T20:00:00Z'));
    deps.deliveries.mergeUnsent = absorb;
    await deps.deliveries.complete('aaaaaa@2026-05-01T08:00Z', 'sent', { at: new Date('2026-05-01T08:00:02Z') });
    library.position = 9;
    await publish('2026-05-01T20:00:00Z');
    // What the first edition told, the next one does not tell again.
    expect((await editions()).map(({ after, upTo }) => [after, upTo])).toEqual([
      [0, 7],
      [7, 9],
    ]);
  });

  it('yields to the event loop between batches', async () => {
    for (let at = 0; at < 450; at += 1) {
      await subscribe('2026-05-01T00:00:00Z', {
        id: String(at).padStart(6, '0'),
        to: { platform: 'telegram', chat: `c${at}` },
      });
    }
    expect(await publish('2026-05-01T08:00:00Z')).toBe(450);
    expect(breaths).toBe(2);
  });
});

/** What a stored schedule may be that nobody typed. */
const BROKEN = {
  zone: { kind: 'daily', times: ['08:00'], days: EVERY_DAY, zone: 'Mars/Olympus' },
  times: { kind: 'daily', times: ['half past'], days: EVERY_DAY, zone: 'UTC' },
  days: { kind: 'daily', times: ['08:00'], days: [], zone: 'UTC' },
  quiet: { kind: 'instant', zone: 'Mars/Olympus', quiet: { from: '22:00', to: '07:00' } },
} as const;

describe('a subscription that fails', () => {
  let reported: Error[];

  beforeEach(() => {
    reported = [];
    deps.isolate = createSubscriptionIsolation((error) => reported.push(error as Error));
  });

  it.each(Object.entries(BROKEN))('stops no other, is reported once and kept (%s)', async (_what, schedule) => {
    const broken = await subscribe('2026-05-01T00:00:00Z', { schedule });
    await subscribe('2026-05-01T00:00:00Z', { id: 'bbbbbb' });
    expect(await publish('2026-05-01T08:00:00Z')).toBe(1);
    await publish('2026-05-01T08:01:00Z');
    await publish('2026-05-01T08:02:00Z');
    expect(reported.map(({ message }) => message)).toEqual([expect.stringMatching(/aaaaaa/)]);
    expect(await deps.subscriptions.get('aaaaaa')).toEqual(broken);
  });

  it('is tried again every minute, and reported again if it fails after a success', async () => {
    await subscribe('2026-05-01T00:00:00Z');
    const { mergeUnsent } = deps.deliveries;
    const fail = () => Promise.reject(new Error('a bug'));
    deps.deliveries.mergeUnsent = fail;
    await publish('2026-05-01T08:00:00Z');
    deps.deliveries.mergeUnsent = mergeUnsent;
    expect(await publish('2026-05-01T08:01:00Z')).toBe(1);
    deps.deliveries.mergeUnsent = fail;
    await publish('2026-05-02T08:00:00Z');
    expect(reported).toHaveLength(2);
  });

  it('does not hold up others, however many fail before them', async () => {
    for (let at = 0; at < 450; at += 1) {
      const schedule = BROKEN.zone;
      await subscribe('2026-05-01T00:00:00Z', { id: String(at).padStart(6, '0'), schedule });
    }
    await subscribe('2026-05-01T00:00:01Z', { id: 'bbbbbb' });
    expect(await publish('2026-05-01T08:00:00Z')).toBe(1);
    expect(await editions()).toMatchObject([{ subscription: 'bbbbbb' }]);
    expect(reported).toHaveLength(450);
  });

  it('does not keep it running forever if a whole batch cannot even be postponed', async () => {
    for (let at = 0; at < 200; at += 1) await subscribe('2026-05-01T00:00:00Z', { id: String(at) });
    deps.subscriptions.change = () => Promise.reject(new Error('a bug'));
    await publish('2026-05-01T08:00:00Z');
    expect(reported).toHaveLength(200);
  });

  it('rejects if the store is unreachable, which is no fault of a subscription', async () => {
    await subscribe('2026-05-01T00:00:00Z');
    deps.deliveries.mergeUnsent = () => Promise.reject(new StoreError('full', 'state.sqlite: the disk is full.'));
    await expect(publish('2026-05-01T08:00:00Z')).rejects.toThrow('the disk is full');
    expect(reported).toEqual([]);
  });
});
