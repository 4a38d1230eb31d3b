import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { DeliveryError } from '../../../src/delivery/delivery-error.ts';
import { createDeliveryService } from '../../../src/delivery/delivery-service.ts';
import { reviseSent } from '../../../src/delivery/revisions/revise-sent.ts';
import type { Revision } from '../../../src/delivery/revisions/reviser.ts';
import { createSentDigests } from '../../../src/delivery/revisions/sent-digests.ts';
import { editionView } from '../../../src/presenters/edition-view.ts';
import type { Address } from '../../../src/subscription/address.ts';
import type { View } from '../../../src/view/view.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';
import { createFakeDeliveryQueue } from '../../fakes/delivery-queue.ts';
import { createFakeLibrary, toEntry } from '../../fakes/library.ts';
import { createFakeStateStore } from '../../fakes/state-store.ts';
import { makeEdition, makeSubscription } from '../../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../../fakes/subscription-store.ts';
import { bus, short } from '../../fixtures/articles.ts';
import { textsOf } from '../../fixtures/view-contents.ts';

const HOUR_MS = 60 * 60_000;
const wordsOf = (view: View) => textsOf(view).join(' ');
const TITLE = 'The night bus is back';
const at = { platform: 'telegram', chat: '1' };

let clock: FakeClock;
let subscriptions: ReturnType<typeof createFakeSubscriptionStore>;
let deliveries: ReturnType<typeof createFakeDeliveryQueue>;
let sentDigests: ReturnType<typeof createSentDigests>;
let known: Article[];
/** The position of this process's library. */
let position: number;
let reads: string[];
let edits: { to: Address; revision: Revision }[];
let failure: Error | undefined;
let givenUp: string[];
let reported: unknown[];

beforeEach(async () => {
  clock = createFakeClock();
  subscriptions = createFakeSubscriptionStore();
  position = 7;
  deliveries = createFakeDeliveryQueue();
  sentDigests = createSentDigests(createFakeStateStore({ nowMs: 0 }), arrivals);
  known = [bus, short];
  reads = [];
  edits = [];
  failure = undefined;
  givenUp = [];
  reported = [];
  await subscriptions.save(makeSubscription({ withEdits: true }), null);
});

const arrivals = { position: async () => position };
const report = (error: unknown) => void reported.push(error);
const basics = () => ({
  subscriptions,
  deliveries,
  library: {
    async article(id: string) {
      reads.push(id);
      return await createFakeLibrary(known).article(id);
    },
  },
  present: editionView,
  clock,
  report,
  yieldToEventLoop: async () => undefined,
});

/** Sends editions to the end, as the service does. */
async function send(...ids: string[]): Promise<void> {
  await deliveries.add(
    ids.map((id) => makeEdition(id, { withEdits: true })),
    new Date(clock.nowMs()),
  );
  const service = createDeliveryService({
    ...basics(),
    arrivals: {
      ...arrivals,
      between: async () => ({ total: known.length, entries: known.map(toEntry) }),
    },
    random: () => 0.5,
    scheduleState: createFakeStateStore({ nowMs: 0 }),
    tzdataVersion: 'test',
    recordSent: (edition, digest) => sentDigests.record(edition, { to: edition.to, digest, failures: 0 }),
  });
  await service.start([
    { platform: 'telegram', deliver: async (_to, _view, { onPartSent }) => await onPartSent(0, ['41']) },
  ]);
  await clock.pass(10);
  const stopped = service.stop();
  await clock.pass(2000);
  await stopped;
}

function revise(replaced: Partial<ReturnType<typeof basics>> = {}): Promise<boolean> {
  const revisers = new Map([
    [
      'telegram',
      {
        async revise(to: Address, revision: Revision) {
          edits.push({ to, revision });
          if (failure !== undefined) throw failure;
        },
      },
    ],
  ]);
  const { clock: _, ...deps } = basics();
  const noteGivenUp = (id: string, why: string) => void givenUp.push(`${id}: ${why}`);
  const now = () => new Date(clock.nowMs());
  const { signal } = new AbortController();
  return reviseSent({ ...deps, ...replaced, sentDigests, position, revisers, noteGivenUp, now, signal });
}

const changeTitle = (title = TITLE) => {
  known = [{ ...bus, title }, short];
};

describe('a digest that was sent', () => {
  it('is edited when a headline changes, once for each version', async () => {
    await send('aaaaaa@1');
    expect([await revise(), edits]).toEqual([false, []]);
    changeTitle();
    for (let time = 0; time < 3; time += 1) expect(await revise()).toBe(false);
    expect(edits).toMatchObject([{ to: at, revision: { id: 'aaaaaa@1', language: 'en', confirmedParts: [['41']] } }]);
    expect(edits.map(({ revision }) => [wordsOf(revision.before), wordsOf(revision.after)])).toEqual([
      [expect.stringContaining(bus.title), expect.stringContaining(TITLE)],
    ]);
    changeTitle('The night bus is gone');
    await revise();
    expect(edits.map(({ revision }) => wordsOf(revision.before).includes(TITLE))).toEqual([false, true]);
  });

  it('keeps the buttons that it was sent with', async () => {
    await send('aaaaaa@1');
    changeTitle();
    await revise();
    const commands = edits.map(({ revision }) => JSON.stringify(revision.after.actions));
    expect(commands[0]).toContain('/edition aaaaaa@1 full');
  });

  it.each([
    ['the chat has turned it off since', () => subscriptions.save(makeSubscription(), null)],
    ['nobody is subscribed any more', () => subscriptions.remove('aaaaaa')],
    [
      'the subscription is paused',
      () => subscriptions.save(makeSubscription({ withEdits: true, state: 'paused' }), null),
    ],
    ['the chat has moved, which changes the ids of its messages', moveChat],
    ['it was sent more than two days ago', () => clock.pass(49 * HOUR_MS)],
    ['the chat was forgotten', () => sentDigests.forget(at)],
  ])('stays as it is if %s', async (_why, change) => {
    await send('aaaaaa@1');
    await change();
    changeTitle();
    expect([await revise(), edits]).toEqual([false, []]);
  });

  it('lets other work go on before the next one', async () => {
    await send('aaaaaa@1', 'aaaaaa@2');
    changeTitle();
    const editsAtTurns: number[] = [];
    await revise({
      async yieldToEventLoop() {
        await new Promise(setImmediate);
        editsAtTurns.push(edits.length);
      },
    });
    expect(editsAtTurns).toEqual([1, 2]);
  });

  it('costs one reading of an article, however many digests have it', async () => {
    await send('aaaaaa@1', 'aaaaaa@2', 'aaaaaa@3');
    reads = [];
    await revise();
    expect(reads.toSorted()).toEqual([bus.id, short.id].toSorted());
  });

  it('is edited until two days after it was sent', async () => {
    await send('aaaaaa@1');
    await clock.pass(47 * HOUR_MS);
    changeTitle();
    await revise();
    expect(edits).toHaveLength(1);
  });

  it('is not edited back by a process whose library is behind that of the one which composed it', async () => {
    await send('aaaaaa@1');
    changeTitle();
    position = 8;
    await revise();
    changeTitle(bus.title);
    position = 7;
    expect([await revise(), edits.length]).toEqual([true, 1]);
    changeTitle();
    position = 8;
    expect([await revise(), edits.length]).toEqual([false, 1]);
  });

  it('waits while another digest is waiting to be sent', async () => {
    await send('aaaaaa@1');
    changeTitle();
    await deliveries.add([makeEdition('bbbbbb@1')], new Date(clock.nowMs()));
    expect([await revise(), edits]).toEqual([true, []]);
    await deliveries.take('telegram', new Date(clock.nowMs()), 1);
    await deliveries.complete('bbbbbb@1', 'sent', { at: new Date(clock.nowMs()) });
    expect([await revise(), edits.length]).toEqual([false, 1]);
  });

  it('does not wait for one that is put off for hours', async () => {
    await send('aaaaaa@1');
    changeTitle();
    await deliveries.add([makeEdition('bbbbbb@1')], new Date(clock.nowMs()));
    await deliveries.take('telegram', new Date(clock.nowMs()), 1);
    await deliveries.retryAt('bbbbbb@1', { at: new Date(clock.nowMs() + HOUR_MS), reason: 'busy', attempts: 1 });
    expect([await revise(), edits.length]).toEqual([false, 1]);
  });
});

describe('an edit that fails', () => {
  it.each(['refused', 'gone', 'forbidden', 'moved'] as const)('is given up with a line if it is %s', async (reason) => {
    await send('aaaaaa@1');
    changeTitle();
    failure = new DeliveryError(reason);
    for (let time = 0; time < 3; time += 1) expect(await revise()).toBe(false);
    expect([edits.length, givenUp, reported]).toEqual([1, [`aaaaaa@1: Not delivered: ${reason}.`], []]);
  });

  it('is tried three times if the platform is busy', async () => {
    await send('aaaaaa@1');
    changeTitle();
    failure = new DeliveryError('busy', { retryAfterMs: 1000 });
    const left = [await revise(), await revise(), await revise(), await revise()];
    expect([left, edits.length, givenUp.length]).toEqual([[true, true, false, false], 3, 1]);
  });

  it('is given up and reported if the cause is a bug, and stops no other', async () => {
    await send('aaaaaa@1', 'aaaaaa@2');
    changeTitle();
    failure = new TypeError('a bug');
    await revise();
    expect([edits.length, reported]).toEqual([2, [failure, failure]]);
  });

  it('does not keep the next version from being shown', async () => {
    await send('aaaaaa@1');
    changeTitle();
    failure = new DeliveryError('refused');
    await revise();
    failure = undefined;
    changeTitle('The night bus is gone');
    await revise();
    expect(edits).toHaveLength(2);
  });
});

async function moveChat(): Promise<void> {
  const to = { platform: 'telegram', chat: '-100' };
  await subscriptions.moveChat(at, to);
  await deliveries.moveChat(at, to);
}
