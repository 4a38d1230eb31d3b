import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliverEdition } from '../../src/delivery/deliver.ts';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { enqueueDue } from '../../src/delivery/enqueue/enqueue-due.ts';
import type { Edition } from '../../src/digest/edition.ts';
import type { View } from '../../src/view/view.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { noIsolation } from '../fakes/no-isolation.ts';
import { createTalk } from '../fixtures/converse.ts';

/** Every two hours. */
const TIMES = Array.from({ length: 12 }, (_, at) => `${2 * at}:00`).join(' ');
const HOUR_MS = 60 * 60 * 1000;
const PARTS = 3;

/** What people do, and when: between deliveries, or while a part is on its way. */
const deed = fc.constantFrom('/pause', '/resume', '/unsubscribe', '/restore #aaaaa1', '/restore #aaaaa1', '/subscribe');
const fate = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('fine', 'fine', 'busy') },
  { weight: 1, arbitrary: deed },
);
const events = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('hour', 'hour', 'article', 'tick') },
    { weight: 1, arbitrary: deed },
    { weight: 2, arbitrary: fc.array(fate, { maxLength: 5 }) },
  ),
  // In less hours than what was missed is made up for.
  { minLength: 5, maxLength: 24, size: 'max' },
);

type Event = string | readonly string[];

function createWorld() {
  const talk = createTalk({ arrived: 0, now: new Date('2021-11-15T10:00:00.000Z') });
  const { clock, subscriptions, deliveries, ask } = talk;
  let position = 0;
  let fates: string[] = [];
  const arrivals = { ...talk.arrivals, position: async () => position };
  const shown = new Map<string, number[]>();
  const windows = new Map<string, Edition>();
  const now = () => new Date(clock.nowMs);

  const deliverer: Deliverer = {
    async deliver(_to, view, { id, confirmedParts: done, beforePart: begin, onPartSent: sent }) {
      for (let part = done.length; part < view.blocks.length; part += 1) {
        await begin(part);
        const what = fates.shift() ?? 'fine';
        if (what === 'busy') throw new DeliveryError('busy', { retryAfterMs: 1000 });
        shown.set(id, [...(shown.get(id) ?? []), part]);
        if (what !== 'fine') await act(what);
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
    const deps = {
      deliverer,
      deliveries,
      subscriptions,
      compose,
      now,
      clock: createFakeClock(),
      random: () => 0.5,
      signal: new AbortController().signal,
    };
    for (const delivery of await deliveries.take('test', now(), 10))
      await deliverEdition(delivery, { ...deps, report: raise });
  }

  /** Who subscribes anew to what was ended begins anew: that is another story. */
  async function act(typed: string): Promise<void> {
    if (typed !== '/subscribe' || (await subscriptions.count()) > 0) await ask(typed);
  }

  async function happen(event: Event): Promise<void> {
    if (event === 'hour') clock.nowMs += HOUR_MS;
    else if (event === 'article') position += 1;
    else if (event === 'tick')
      await enqueueDue(now(), { ...talk, arrivals, isolate: noIsolation, yieldToEventLoop: async () => undefined });
    else if (typeof event === 'string') await act(event);
    else {
      fates = [...event];
      await send();
      fates = [];
    }
  }
  return { ...talk, happen, shown, windows, position: () => position };
}

function raise(error: unknown): void {
  throw error;
}

describe('digests that people pause, remove and resume at any moment', () => {
  it('have every article once, in editions that arrive whole', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (happening) => {
        const world = createWorld();
        await world.ask(`/subscribe ${TIMES}`);
        for (const one of happening) await world.happen(one);
        for (const one of ['/restore #aaaaa1', '/resume', 'article']) await world.happen(one);
        for (let hour = 0; hour < 30; hour += 1) for (const one of ['hour', 'tick', [], []]) await world.happen(one);
        await expectTold(world);
      }),
      { numRuns: 200 },
    );
  });
});

async function expectTold({ shown, windows, position, deliveries }: ReturnType<typeof createWorld>): Promise<void> {
  for (const parts of shown.values()) expect(parts).toEqual([0, 1, 2]);
  const told = [...windows.values()]
    .filter(({ id }) => shown.has(id))
    .toSorted((one, other) => one.after - other.after);
  let covered = 0;
  for (const { after, upTo } of told) {
    expect(after).toBe(covered);
    covered = upTo;
  }
  expect(covered).toBe(position());
  expect(await deliveries.backlog()).toMatchObject({ waiting: 0, failed: 0 });
}
