import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliverEdition } from '../../src/delivery/deliver.ts';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { enqueueDue } from '../../src/delivery/enqueue/enqueue-due.ts';
import { createRescheduling } from '../../src/delivery/enqueue/reschedule.ts';
import type { Edition } from '../../src/digest/edition.ts';
import type { Arrivals } from '../../src/library/arrivals.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createFakeDeliveryQueue } from '../fakes/delivery-queue.ts';
import { noIsolation } from '../fakes/no-isolation.ts';
import { createFakeStateStore } from '../fakes/state-store.ts';
import { makeSubscription } from '../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';

const HOUR_MS = 60 * 60 * 1000;
const START = new Date('2026-03-27T12:00:00Z');
const PARTS = 3;
/** Over the nights on which their clocks change. */
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe'];
const CHATS = ZONES.map((zone, at) => ({ zone, chat: String(at + 1), id: `sub00${at}` }));

/** What the platform does with the next part that it is sent. */
type Fate = 'fine' | 'busy' | 'lost' | 'refused' | 'crash before' | 'crash after';

/** One thing that happens. */
type Event =
  | { kind: 'time'; hours: number }
  | { kind: 'article' }
  | { kind: 'tick'; crash?: boolean }
  | { kind: 'send'; fates: readonly Fate[] };

/** What one chat was shown of one part of an edition, and whether that was ever unclear. */
interface Shown {
  times: number;
  excused: number;
}

/** The bot on a simulated clock and platform, with stores in memory. */
function createWorld() {
  let now = START;
  let position = 0;
  let fates: Fate[] = [];
  const shown = new Map<string, Shown>();
  const windows = new Map<string, Edition>();
  const subscriptions = createFakeSubscriptionStore();
  const deliveries = createFakeDeliveryQueue();
  const arrivals: Arrivals = {
    position: async () => position,
    between: async ({ after, upTo }) => ({ total: upTo - after, entries: [] }),
  };

  async function show(to: Address, part: number, id: string): Promise<void> {
    const fate = fates.shift() ?? 'fine';
    if (fate === 'busy') throw new DeliveryError('busy', { retryAfterMs: 1000 });
    if (fate === 'refused') throw new DeliveryError('refused');
    if (fate === 'crash before') return await new Promise(() => undefined);
    const key = `${to.chat} ${id} ${part}`;
    const seen = shown.get(key) ?? { times: 0, excused: 0 };
    shown.set(key, { times: seen.times + 1, excused: seen.excused + (fate === 'fine' ? 0 : 1) });
    if (fate === 'lost') throw new DeliveryError('busy');
    if (fate === 'crash after') return await new Promise(() => undefined);
  }

  const deliverer: Deliverer = {
    async deliver(to, view, { id, confirmedParts: done, beforePart: begin, onPartSent: sent }) {
      for (let part = done.length; part < view.blocks.length; part += 1) {
        await begin(part);
        await show(to, part, id);
        await sent(part, [`${id} ${part}`]);
      }
    },
  };

  async function compose(edition: Edition): Promise<View | undefined> {
    windows.set(edition.id, edition);
    if (edition.after === edition.upTo) return undefined;
    return { blocks: Array.from({ length: PARTS }, () => ({ kind: 'divider' })), actions: [] };
  }

  async function send(): Promise<void> {
    const taken = await deliveries.take('telegram', now, 10);
    const deps = {
      deliverer,
      deliveries,
      subscriptions,
      compose,
      now: () => now,
      clock: createFakeClock(),
      random: () => 0.5,
    };
    const signal = new AbortController().signal;
    for (const delivery of taken) {
      // A crash is a promise that never settles: nobody waits for it longer than everything else takes.
      await Promise.race([deliverEdition(delivery, { ...deps, signal, report: raiseFaults }), settled()]);
    }
    await deliveries.release();
  }

  const rules = {
    deliveries,
    arrivals,
    isolate: noIsolation,
    yieldToEventLoop,
    signal: new AbortController().signal,
  };
  const kept = { scheduleState: createFakeStateStore({ nowMs: 0 }), tzdataVersion: 'test' };
  let replanWhereNeeded = createRescheduling({ ...rules, ...kept, subscriptions });

  async function tick(): Promise<void> {
    await replanWhereNeeded(now);
    await enqueueDue(now, { ...rules, subscriptions });
  }

  /** Dies between the queue and the subscription, and begins anew. */
  async function crashInTick(): Promise<void> {
    const dying = { ...subscriptions, change: () => new Promise<undefined>(() => undefined) };
    await Promise.race([enqueueDue(now, { ...rules, subscriptions: dying }), settled()]);
    replanWhereNeeded = createRescheduling({ ...rules, ...kept, subscriptions });
  }

  return {
    shown,
    windows,
    subscriptions,
    deliveries,
    position: () => position,
    async happen(event: Event): Promise<void> {
      if (event.kind === 'time') now = new Date(now.getTime() + event.hours * HOUR_MS);
      if (event.kind === 'article') position += 1;
      if (event.kind === 'tick') await (event.crash === true ? crashInTick() : tick());
      if (event.kind !== 'send') return;
      fates = [...event.fates];
      await send();
      fates = [];
    },
    async subscribe(): Promise<void> {
      for (const { zone, chat, id } of CHATS) {
        const schedule = { kind: 'daily', times: ['02:30', '18:00'], days: [1, 2, 3, 4, 5, 6, 7], zone } as const;
        const to = { platform: 'telegram', chat };
        await subscriptions.save(makeSubscription({ id, to, schedule, enqueuedUntil: now.toISOString() }), now);
      }
    },
    /** Lets everything that is on its way arrive. */
    async drain(): Promise<void> {
      for (let round = 0; round < 12; round += 1) {
        await this.happen({ kind: 'tick' });
        for (let turn = 0; turn < 6; turn += 1) {
          await this.happen({ kind: 'send', fates: [] });
          await this.happen({ kind: 'time', hours: 1 });
        }
      }
    },
  };
}

async function yieldToEventLoop(): Promise<void> {
  await Promise.resolve();
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
}

/** What a platform refuses for good is told to the operator, and is no fault. */
function raiseFaults(error: unknown): void {
  if (!(error instanceof DeliveryError)) throw error;
}

const fate = fc.constantFrom<Fate>('fine', 'fine', 'fine', 'busy', 'lost', 'refused', 'crash before', 'crash after');
const anyTime = fc.record({ kind: fc.constant('time' as const), hours: fc.integer({ min: -2, max: 30 }) });
const anyLater = fc.record({ kind: fc.constant('time' as const), hours: fc.integer({ min: 0, max: 30 }) });
const anyWrongTime = fc.record({ kind: fc.constant('time' as const), hours: fc.constantFrom(-8760, -1, 1, 24, 8760) });
const anySend = fc.record({ kind: fc.constant('send' as const), fates: fc.array(fate, { maxLength: 8 }) });
const article = fc.constant<Event>({ kind: 'article' });
const tick = fc.constant<Event>({ kind: 'tick' });
const crash = fc.constant<Event>({ kind: 'tick', crash: true });
/** Ticks that die, and clocks that go back or are a year wrong; but nobody dies in the one millisecond before a clock is set. */
const events = fc.oneof(
  fc.array(fc.oneof(anyLater, article, tick, crash, anySend), { maxLength: 40 }),
  fc.array(fc.oneof(anyTime, article, tick, anyWrongTime, anySend), { maxLength: 40 }),
);

describe('digests during crashes, faults, late ticks and clock changes', () => {
  it('have every article once, in editions that arrive whole', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (happening) => {
        const world = createWorld();
        await world.subscribe();
        for (const one of happening) await world.happen(one);
        await world.happen({ kind: 'article' });
        await world.drain();
        for (const { id, chat } of CHATS) {
          await expectTold(world, { id, chat });
        }
        for (const [key, { times, excused }] of world.shown) {
          expect(times <= 1 + excused ? 'once' : `${key}: ${times} times`).toBe('once');
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The windows of a chat's editions follow one another without a gap, and what was sent was sent in all its parts. */
async function expectTold(world: ReturnType<typeof createWorld>, { id, chat }: { id: string; chat: string }) {
  const all = await world.deliveries.forChat({ platform: 'telegram', chat });
  const ended = all.filter((one) => 'outcome' in one);
  expect(ended).toHaveLength(all.length);
  const windows = [...world.windows.values()].filter(({ subscription }) => subscription === id);
  const spans = windows.toSorted((one, other) => one.after - other.after || one.upTo - other.upTo);
  let covered = 0;
  for (const { after, upTo } of spans) {
    expect(after).toBe(covered);
    covered = upTo;
  }
  expect(covered).toBe(world.position());
  for (const one of ended) {
    if (one.outcome !== 'sent') continue;
    const parts = Array.from({ length: PARTS }, (_, part) => world.shown.has(`${chat} ${one.edition.id} ${part}`));
    expect(parts).toEqual(Array.from({ length: PARTS }, () => true));
  }
}
