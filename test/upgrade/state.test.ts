import { describe, expect, it } from 'vitest';
import { createDeliveryService } from '../../src/delivery/delivery-service.ts';
import { enqueueDue } from '../../src/delivery/enqueue/enqueue-due.ts';
import { editionView } from '../../src/presenters/edition-view.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { noIsolation } from '../fakes/no-isolation.ts';
import { openReleasedState } from '../fixtures/released-state.ts';

type Released = Awaited<ReturnType<typeof openReleasedState>>;

const NOW = new Date('2024-09-05T00:15:00Z');
const NEXT_MORNING = new Date('2024-09-06T00:05:00Z');
const telegram = (chat: string) => ({ platform: 'telegram', chat });
const discord = (chat: string) => ({ platform: 'discord', chat });

const onlyOf = async ({ subscriptions }: Released, chat: { platform: string; chat: string }) => {
  const [only] = await subscriptions.forChat(chat);
  if (only === undefined) throw new Error(`No subscription in ${chat.chat}`);
  return only;
};

const enqueue = (state: Released, now: Date) =>
  enqueueDue(now, { ...state, isolate: noIsolation, yieldToEventLoop: async () => undefined });

const serviceOf = (state: Released) =>
  createDeliveryService({
    ...state,
    present: editionView,
    clock: createFakeClock(),
    random: () => 0.5,

    yieldToEventLoop: async () => undefined,
    scheduleState: state.states('digests'),
    tzdataVersion: 'any',
    report: (error) => {
      throw error;
    },
  });

describe('the state file of the released version', () => {
  it('still holds the articles, their versions, and the rejected file', async () => {
    const { library } = await openReleasedState();
    expect(await library.size()).toBe(5);
    expect((await library.versions('rzteusb6p')).map(({ title }) => title)).toEqual([
      '潮汐笔记本：一户人家写了六十一年的水位（修订）',
      '潮汐笔记本：一户人家写了六十一年的水位',
    ]);
    expect((await library.earlierVersion('rzteusb6p', 2))?.sections.length).toBeGreaterThan(0);
    expect((await library.search('night bus', 5)).map(({ entry }) => entry.id)).toContain('ur89vdtn2');
    expect(await library.refusals()).toMatchObject([{ file: 'notes/no-article.md', code: 'no-address' }]);
  });

  it('still holds every subscription', async () => {
    const { subscriptions } = await openReleasedState();
    const all = await subscriptions.page('', 100);
    const states = all.map(({ to, state, suspendedFor }) =>
      [to.chat, to.thread ?? '', state, suspendedFor ?? ''].join(' '),
    );
    expect(states.map((state) => state.trim().replace(/ +/gu, ' ')).sort()).toEqual([
      '100 active',
      '200 paused',
      '300 suspended gone',
      '400 suspended forbidden',
      '410 suspended gone',
      '500 active',
      '600 active',
      '610 active',
      '620 active',
      '630 active',
      '640 active',
      '700 7 active',
      '800 801 active',
      '800 active',
      '900 active',
      '910 active',
      '920 active',
      '930 active',
      '940 active',
    ]);
    expect(all.find(({ to }) => to.chat === '600')).toEqual({
      id: 'u3wuhq',
      to: telegram('600'),
      language: 'en',
      schedule: { kind: 'daily', times: ['08:00', '20:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'Asia/Shanghai' },
      selection: { sources: ['harbour.example.org'], topics: ['bus', 'library'], without: ['football'] },
      style: 'full',
      sendEmpty: false,
      silent: false,
      forFollowers: false,
      withUpdates: false,
      withEdits: false,
      state: 'active',
      suspendedFor: null,
      createdAt: '2024-09-02T12:00:00.000Z',
      enqueuedUntil: '2024-09-05T00:00:00.000Z',
      position: 6,
      sentUntil: '2024-09-04T00:00:00.000Z',
    });
    expect(all.find(({ to }) => to.chat === '500')?.schedule).toEqual({
      kind: 'instant',
      zone: 'Asia/Shanghai',
      quiet: { from: '22:00', to: '07:00' },
    });
    expect(all.find(({ to }) => to.thread === '801')?.to).toEqual({ ...discord('800'), thread: '801', server: 's1' });
    expect(await subscriptions.nextAt('u3wuhq')).toEqual(new Date('2024-09-05T12:00:00.000Z'));
  });

  it('still holds the settings of a chat', async () => {
    const { subscriptions } = await openReleasedState();
    expect(await subscriptions.settings(telegram('640'))).toEqual({
      zone: 'Europe/Berlin',
      language: 'zh-CN',
      quiet: { from: '23:00', to: '06:30' },
      sendEmpty: true,
      silent: true,
      withUpdates: true,
    });
  });

  it('still holds every delivery with its outcome', async () => {
    const { deliveries } = await openReleasedState();
    const outcomeOf = async (id: string) => {
      const delivery = await deliveries.get(id);
      return (
        delivery &&
        ('outcome' in delivery ? [delivery.outcome, delivery.failureReason] : ['on its way', delivery.failureReason])
      );
    };
    expect(await outcomeOf('w9b9hg@2024-09-05T00:00Z')).toEqual(['sent', null]);
    expect(await outcomeOf('o4h4vm@2024-09-04T00:00Z')).toEqual(['empty', null]);
    expect(await outcomeOf('v2pc5y@2024-09-04T00:00Z')).toEqual(['merged', null]);
    expect(await outcomeOf('s5kuid@2024-09-03T00:00Z')).toEqual(['failed', 'refused']);
    expect(await outcomeOf('f8b2fa@2024-09-03T00:00Z')).toEqual(['failed', 'forbidden']);
    expect(await outcomeOf('z0jbcy@2024-09-03T00:00Z')).toEqual(['failed', 'paused']);
    expect(await outcomeOf('y8tcwr@2024-09-03T00:00Z')).toEqual(['dropped', 'gone']);
    expect(await outcomeOf('u2d4vw@2024-09-05T00:00Z')).toEqual(['dropped', 'unsubscribed']);
    expect(await outcomeOf('l1vkhq@2024-09-04T00:00Z')).toEqual(['on its way', 'busy']);
    expect(await outcomeOf('u3apd9@2024-09-05T00:00Z')).toEqual(['on its way', null]);
    expect(await deliveries.backlog()).toEqual({
      waiting: 15,
      failed: 3,
      nextAt: new Date('2024-09-05T00:05:00.000Z'),
    });
  });

  it('resumes what was paused, and the digest that the pause interrupted', async () => {
    const state = await openReleasedState();
    await state.ask(telegram('200'), '/resume #z0jbcy');
    expect((await onlyOf(state, telegram('200'))).state).toBe('active');
    const sent = await state.deliverAll('telegram', NOW);
    expect(sent).toContainEqual(expect.objectContaining({ id: 'z0jbcy@2024-09-03T00:00Z', parts: [1] }));
  });

  it('wakes up where the bot is back or heard, and catches up', async () => {
    const state = await openReleasedState();
    const service = serviceOf(state);
    await service.onAccessChanged({ platform: 'discord', server: 's2' });
    await service.onMessageReceived({ ...discord('400'), server: 's1' });
    await service.onMessageReceived(telegram('300'));
    for (const chat of [telegram('300'), discord('400'), discord('410')]) {
      expect(await onlyOf(state, chat)).toMatchObject({ state: 'active', suspendedFor: null });
    }
    await enqueue(state, NEXT_MORNING);
    const sent = [
      ...(await state.deliverAll('telegram', NEXT_MORNING)),
      ...(await state.deliverAll('discord', NEXT_MORNING)),
    ];
    const articlesIn = (chat: string) =>
      sent.filter(({ to }) => to.chat === chat).flatMap(({ view }) => view.list?.articles);
    expect(articlesIn('300')).toEqual(['c0f1k1ct9', 'ur89vdtn2', 'mij8cw8d0']);
    expect(articlesIn('410')).toEqual(['c0f1k1ct9', 'mij8cw8d0']);
  });

  it('sends the rest of a delayed delivery, and all of one that nothing of was sent', async () => {
    const state = await openReleasedState();
    const { view } = (await state.deliveries.get('l1vkhq@2024-09-04T00:00Z')) ?? {};
    const sent = await state.deliverAll('telegram', new Date('2024-09-05T03:00:00Z'));
    expect(view).toBeTruthy();
    expect(sent).toContainEqual({ id: 'l1vkhq@2024-09-04T00:00Z', to: telegram('910'), view, parts: [1] });
    expect(sent).toContainEqual(expect.objectContaining({ id: 'v2pc5y@2024-09-05T00:00Z', parts: [0, 1] }));
    expect(sent.find(({ to }) => to.chat === '900')?.view.list?.articles).toEqual(['c0f1k1ct9', 'mij8cw8d0']);
  });

  it('continues what a process was sending when it died', async () => {
    const state = await openReleasedState();
    await state.deliveries.release();
    const sent = await state.deliverAll('telegram', NOW);
    expect(sent).toContainEqual(expect.objectContaining({ id: 'u3apd9@2024-09-05T00:00Z', parts: [1] }));
    expect(sent).toContainEqual(expect.objectContaining({ id: 'h5p6z9@2024-09-05T00:00Z', parts: [0, 1] }));
  });

  it('resends what has failed, from where it stopped', async () => {
    const state = await openReleasedState();
    await state.ask(telegram('620'), '/resend s5kuid@2024-09-03T00:00Z');
    const sent = await state.deliverAll('telegram', NOW);
    expect(sent).toContainEqual(expect.objectContaining({ id: 's5kuid@2024-09-03T00:00Z', parts: [1] }));
  });

  it('undoes an unsubscription, and sends what it had held back', async () => {
    const state = await openReleasedState();
    await state.ask(telegram('630'), '/restore #u2d4vw');
    expect(await state.subscriptions.get('u2d4vw')).toMatchObject({
      state: 'active',
      suspendedFor: null,
      enqueuedUntil: '2024-09-05T00:00:00.000Z',
      selection: { topics: ['bus'] },
    });
    expect(await state.subscriptions.nextAt('u2d4vw')).toEqual(new Date('2024-09-06T00:00:00.000Z'));
    const sent = await state.deliverAll('telegram', NOW);
    expect(sent).toContainEqual(expect.objectContaining({ id: 'u2d4vw@2024-09-05T00:00Z', parts: [0, 1] }));
  });

  it('keeps every stored subscription byte for byte when it is saved again', async () => {
    const { subscriptions, stored } = await openReleasedState();
    const before = stored();
    for (const { id } of await subscriptions.page('', 100)) {
      await subscriptions.change(id, (current) => ({ ...current }));
    }
    expect(JSON.stringify([...stored()])).toBe(JSON.stringify([...before]));
  });

  it('knows what the chat was shown last', async () => {
    const { ask } = await openReleasedState();
    const { about } = await ask(telegram('100'), '/article 3');
    expect(about).toEqual({ article: 'mij8cw8d0' });
  });
});
