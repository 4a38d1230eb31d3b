import { beforeEach, describe, expect, it } from 'vitest';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { createDeliveryService, type DeliveryService } from '../../src/delivery/delivery-service.ts';
import type { ArticleEntry } from '../../src/library/entry.ts';
import { editionView } from '../../src/presenters/edition-view.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import type { View } from '../../src/view/view.ts';
import { createFakeClock, type FakeClock } from '../fakes/clock.ts';
import { createFakeDeliveryQueue } from '../fakes/delivery-queue.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { createFakeStateStore } from '../fakes/state-store.ts';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';
import { articles } from '../fixtures/articles.ts';

const SLOT = new Date('2024-05-02T00:00:00Z');

let clock: FakeClock;
let subscriptions: ReturnType<typeof createFakeSubscriptionStore>;
let deliveries: ReturnType<typeof createFakeDeliveryQueue>;
let digests: DeliveryService;
let said: { to: Address; view: View; id: string }[];
let asked: number;
let isMoved: boolean;
let isForbidden: boolean;
let failing: Error | undefined;
let reported: unknown[];
let library: ReturnType<typeof createFakeLibrary>;
let entries: readonly ArticleEntry[];

beforeEach(async () => {
  clock = createFakeClock();
  subscriptions = createFakeSubscriptionStore();
  deliveries = createFakeDeliveryQueue();
  said = [];
  asked = 0;
  isMoved = false;
  isForbidden = false;
  failing = undefined;
  reported = [];
  library = createFakeLibrary(articles);
  ({ entries } = await library.newest({ offset: 0, limit: 50 }));
  digests = createService();
  await digests.start([{ platform: 'telegram', deliver: sendParts }, { platform: 'console' }]);
});

const sendParts: Deliverer['deliver'] = async (to, view, { id, beforePart: begin, onPartSent: sent }) => {
  if (isMoved && to.chat === '1') throw new DeliveryError('moved', { movedTo: '-100' });
  if (isForbidden) throw new DeliveryError('forbidden');
  await begin(0);
  said.push({ to, view, id });
  await sent(0, ['m']);
};

function createService(): DeliveryService {
  return createDeliveryService({
    present: editionView,
    clock,
    subscriptions,
    deliveries,
    library,
    random: () => 0.5,
    yieldToEventLoop: async () => undefined,
    scheduleState: createFakeStateStore({ nowMs: 0 }),
    tzdataVersion: 'test',
    report: (error) => void reported.push(error),
    arrivals: {
      position: async () => entries.length,
      between: async (_span, _selection, page) => pageOf(entries, page),
    },
  });
}

function pageOf(entries: readonly ArticleEntry[], { offset, limit }: { offset: number; limit: number }) {
  asked += 1;
  if (failing !== undefined) throw failing;
  return { total: entries.length, entries: entries.slice(offset, offset + limit) };
}

async function subscribe(told: Partial<Subscription>): Promise<void> {
  const subscription = makeSubscription({ enqueuedUntil: '2024-05-01T12:00:00Z', ...told });
  await subscriptions.save(subscription, SLOT);
}

async function tick(at = SLOT): Promise<void> {
  await digests.tick(at);
  await clock.pass(1100);
}

describe('scheduled digests', () => {
  it('are composed once for all chats with the same content, each with its own buttons', async () => {
    for (const id of ['aaaaaa', 'bbbbbb', 'cccccc']) await subscribe({ id, to: { platform: 'telegram', chat: id } });
    await tick();
    expect(said.map(({ to }) => to.chat)).toEqual(['aaaaaa', 'bbbbbb', 'cccccc']);
    expect(asked).toBe(1);
    const buttons = said.map(({ view }) =>
      view.actions.flatMap((action) => ('command' in action ? action.command : [])),
    );
    expect(buttons.map((commands) => commands.filter((command) => command.startsWith('/edition')))).toEqual([
      ['/edition aaaaaa@2024-05-02T00:00Z full'],
      ['/edition bbbbbb@2024-05-02T00:00Z full'],
      ['/edition cccccc@2024-05-02T00:00Z full'],
    ]);
    const next = { kind: 'time', text: 'tomorrow 08:00 (Shanghai)', at: '2024-05-03T00:00:00.000Z' };
    expect(said[0]?.view.blocks.at(-1)).toMatchObject({
      spans: [{ text: 'Next digest: ' }, next, { text: ' · ' }, { kind: 'command', text: '/subscriptions' }],
    });
  });

  it('come once to a group that moved unnoticed and subscribed anew to the same, then and afterwards', async () => {
    isMoved = true;
    await subscribe({ id: 'aaaaaa', to: { platform: 'telegram', chat: '1' } });
    await subscribe({ id: 'bbbbbb', to: { platform: 'telegram', chat: '-100' } });
    await tick();
    await clock.pass(60_000);
    await tick(new Date(SLOT.getTime() + 24 * 60 * 60_000));
    expect(said.map(({ to, id }) => [to.chat, id.split('@')[0]])).toEqual([
      ['-100', 'bbbbbb'],
      ['-100', 'bbbbbb'],
    ]);
    expect((await subscriptions.page('', 9)).map(({ id }) => id)).toEqual(['bbbbbb']);
  });

  it('come with all that a group had subscribed to besides when it moved', async () => {
    isMoved = true;
    await subscribe({ id: 'aaaaaa' });
    await subscribe({ id: 'cccccc', selection: { sources: [], topics: ['ferry'], without: [] }, style: 'full' });
    await subscribe({ id: 'bbbbbb', to: { platform: 'telegram', chat: '-100' } });
    await tick();
    await clock.pass(60_000);
    const here = await subscriptions.forChat({ platform: 'telegram', chat: '-100' });
    expect(here.map(({ id }) => id).sort()).toEqual(['bbbbbb', 'cccccc']);
  });

  it('are sent in the moment in which they are due', async () => {
    await clock.pass(500);
    await subscribe({});
    await digests.tick(SLOT);
    await clock.pass(0);
    expect(said).toHaveLength(1);
  });

  it('of one chat at the same minute carry each article once', async () => {
    await subscribe({ id: 'aaaaaa' });
    await subscribe({ id: 'bbbbbb', selection: { sources: [], topics: ['ferry'], without: [] } });
    await subscribe({ id: 'cccccc', to: { platform: 'telegram', chat: '1', thread: '7' } });
    await tick();
    expect(said.map(({ id }) => id.split('@')[0])).toEqual(['aaaaaa', 'cccccc']);
    expect(await deliveries.get('bbbbbb@2024-05-02T00:00Z')).toMatchObject({ outcome: 'empty' });
  });

  it('of one chat at the same minute say once that there is nothing', async () => {
    entries = [];
    for (const topic of ['ferry', 'bridge', 'bus']) {
      const selection = { sources: [], topics: [topic], without: [] };
      await subscribe({ id: topic.padEnd(6, 'x'), selection, sendEmpty: true });
    }
    await tick();
    expect(said).toHaveLength(1);
  });

  it('are scheduled again when the clock goes back while the bot runs', async () => {
    const inAYear = new Date('2025-05-02T00:00:00Z');
    await tick(inAYear);
    await subscriptions.save(makeSubscription({ enqueuedUntil: '2024-05-01T12:00:00Z' }), inAYear);
    await tick(new Date(SLOT.getTime() - 60_000));
    await tick();
    expect(said).toHaveLength(1);
  });

  it('are on time while rescheduling takes long, and wait for it when stopped', async () => {
    await subscribe({});
    const { page } = subscriptions;
    const { promise: planned, resolve } = Promise.withResolvers<void>();
    subscriptions.page = async (...asked) => {
      await planned;
      return await page(...asked);
    };
    const ticking = tick();
    await clock.pass(50);
    await clock.pass(1100);
    await ticking;
    expect(said).toHaveLength(1);
    let stopped = false;
    const stopping = digests.stop().then(() => {
      stopped = true;
    });
    await clock.pass(1000);
    expect(stopped).toBe(false);
    resolve();
    await stopping;
  });

  it('are composed again after a failure', async () => {
    failing = new Error('the disk is gone');
    await subscribe({});
    await tick();
    expect([said.length, reported]).toEqual([0, [failing]]);
    failing = undefined;
    await clock.pass(90_000);
    expect(said).toHaveLength(1);
  });

  it('are sent after the store was full for a while', async () => {
    const full = new Error('the disk is full');
    const { recordProgress, retryAt } = deliveries;
    deliveries.recordProgress = deliveries.retryAt = () => Promise.reject(full);
    await subscribe({});
    await tick();
    await clock.pass(10 * 60_000);
    expect(said).toEqual([]);
    Object.assign(deliveries, { recordProgress, retryAt });
    await clock.pass(2 * 60_000);
    expect(said).toHaveLength(1);
    expect(await deliveries.backlog()).toMatchObject({ waiting: 0, failed: 0 });
  });

  it('are suspended when the bot is removed, and continue when it is back', async () => {
    await subscribe({});
    await digests.onBotRemoved({ platform: 'telegram', chat: '1' });
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ state: 'suspended', suspendedFor: 'gone' });
    await tick();
    expect(said).toEqual([]);
    await digests.onAccessChanged({ platform: 'telegram', chat: '1' });
    await tick();
    expect(said).toHaveLength(1);
  });

  it('continue where somebody writes, and stay suspended in other threads', async () => {
    const chat = { platform: 'telegram', chat: '1' };
    const places = { main: chat, open: { ...chat, thread: '7' }, deleted: { ...chat, thread: '8' } };
    for (const [name, to] of Object.entries(places)) {
      await subscribe({ id: name, to, state: 'suspended', suspendedFor: 'gone' });
    }
    const states = async () =>
      await Promise.all(Object.keys(places).map(async (id) => (await subscriptions.get(id))?.state));
    await digests.onMessageReceived({ ...chat, thread: '7' });
    expect(await states()).toEqual(['suspended', 'active', 'suspended']);
    await digests.onMessageReceived(chat);
    expect(await states()).toEqual(['active', 'active', 'suspended']);
    await digests.onAccessChanged(chat);
    expect(await states()).toEqual(['active', 'active', 'active']);
  });

  it('stay paused if people paused them', async () => {
    await subscribe({ state: 'paused' });
    await digests.onBotRemoved({ platform: 'telegram', chat: '1' });
    await digests.onAccessChanged({ platform: 'telegram', chat: '1' });
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ state: 'paused' });
  });

  it('continue if the bot is removed and added again at once', async () => {
    await subscribe({});
    const chat = { platform: 'telegram', chat: '1' };
    await Promise.all([digests.onBotRemoved(chat), digests.onAccessChanged(chat)]);
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ state: 'active', suspendedFor: null });
    await Promise.all([digests.onAccessChanged(chat), digests.onBotRemoved(chat)]);
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ state: 'suspended' });
  });

  it('arrive once where somebody subscribed to the same anew before the bot knew the new address', async () => {
    const [old, group] = [
      { platform: 'telegram', chat: '1' },
      { platform: 'telegram', chat: '-100' },
    ];
    await subscribe({ id: 'oldold', to: old });
    await subscribe({ id: 'newnew', to: group });
    await subscribe({ id: 'others', to: { ...old, thread: '7' } });
    await digests.onChatMoved(old, group);
    await digests.onChatMoved(group, group);
    expect(await subscriptions.get('oldold')).toBeUndefined();
    expect(await subscriptions.get('others')).toMatchObject({ to: { ...group, thread: '7' } });
    await tick();
    expect(new Set(said.map(({ id }) => id.split('@')[0]))).toEqual(new Set(['newnew', 'others']));
    expect(said).toHaveLength(2);
  });

  it('arrive once if the digest itself learns the new address', async () => {
    const group = { platform: 'telegram', chat: '-100' };
    await digests.stop();
    digests = createService();
    await digests.start([
      {
        platform: 'telegram',
        async deliver(to, view, options) {
          if (to.chat === '1') throw new DeliveryError('moved', { movedTo: '-100' });
          await sendParts(to, view, options);
        },
      },
    ]);
    await subscribe({ id: 'oldold' });
    await subscribe({ id: 'newnew', to: group });
    await tick();
    await tick();
    expect(said.map(({ to, id }) => [to.chat, id.split('@')[0]])).toEqual([['-100', 'newnew']]);
    expect((await subscriptions.forChat(group)).map(({ id }) => id)).toEqual(['newnew']);
  });

  it('follow a chat to its new address', async () => {
    await subscribe({});
    await digests.onChatMoved({ platform: 'telegram', chat: '1' }, { platform: 'telegram', chat: '-100' });
    await tick();
    expect(said.map(({ to }) => to.chat)).toEqual(['-100']);
  });

  it('follow a chat to its new address in the queue too', async () => {
    await deliveries.add([makeEdition('zzzzzz@noon', { to: { platform: 'discord', chat: '1' } })], SLOT);
    await digests.onChatMoved({ platform: 'discord', chat: '1' }, { platform: 'discord', chat: '2' });
    expect(await deliveries.get('zzzzzz@noon')).toMatchObject({ edition: { to: { chat: '2' } } });
  });

  it('continue at the start if a process died that had taken them', async () => {
    await subscribe({});
    await deliveries.add([makeEdition('aaaaaa@noon')], SLOT);
    await digests.stop();
    await deliveries.take('telegram', SLOT, 1);
    await createService().start([{ platform: 'telegram', deliver: sendParts }]);
    await clock.pass(1100);
    expect(said).toHaveLength(1);
  });

  it('are forgotten sixty days after they ended', async () => {
    await deliveries.add([makeEdition('zzzzzz@noon', { to: { platform: 'discord', chat: '1' } })], SLOT);
    await deliveries.complete('zzzzzz@noon', 'sent', { at: SLOT });
    const day = (days: number) => new Date(SLOT.getTime() + days * 24 * 3_600_000);
    await tick(day(60));
    expect(await deliveries.get('zzzzzz@noon')).toBeDefined();
    await tick(day(60.1));
    expect(await deliveries.get('zzzzzz@noon')).toBeUndefined();
  });

  it('end before a stop does', async () => {
    await subscribe({});
    const { promise: sending, resolve: finish } = Promise.withResolvers<void>();
    await digests.start([{ platform: 'discord', deliver: () => sending }]);
    await deliveries.add([makeEdition('aaaaaa@noon', { to: { platform: 'discord', chat: '1' } })], SLOT);
    await clock.pass(1100);
    let stopped = false;
    const stopping = digests.stop().then(() => {
      stopped = true;
    });
    await clock.pass(5000);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(await deliveries.get('aaaaaa@noon')).toMatchObject({ outcome: 'sent' });
  });

  it('send nothing after a stop', async () => {
    await digests.stop();
    await subscribe({});
    await tick();
    expect(said).toEqual([]);
  });
});

describe('digests', () => {
  it('that wait for a permission are sent as soon as the platform says that the bot may do more', async () => {
    isForbidden = true;
    await subscribe({});
    await tick();
    await clock.pass(60_000);
    expect([said.length, await deliveries.backlog()]).toMatchObject([0, { waiting: 1 }]);
    isForbidden = false;
    await digests.onAccessChanged({ platform: 'telegram', chat: '2' });
    await clock.pass(1000);
    expect(said).toEqual([]);
    await digests.onAccessChanged({ platform: 'telegram', chat: '1' });
    await clock.pass(1000);
    expect(said).toHaveLength(1);
  });

  it('that wait for a permission are sent at once, also if the store takes its time', async () => {
    isForbidden = true;
    await subscribe({});
    await tick();
    isForbidden = false;
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    const { forChat } = deliveries;
    deliveries.forChat = (address) => promise.then(() => forChat(address));
    const added = digests.onAccessChanged({ platform: 'telegram', chat: '1' });
    await clock.pass(0);
    answer();
    await added;
    await clock.pass(0);
    expect(said).toHaveLength(1);
  });
});
