import { beforeEach, describe, expect, it } from 'vitest';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import { makeSubscription } from '../fakes/subscription.ts';

const NOW = new Date('2024-05-02T00:00:00.000Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const ids = (subscriptions: readonly Subscription[]) => subscriptions.map(({ id }) => id);

/** What every store of subscriptions promises. */
export function subscriptionStoreContract(create: () => Promise<SubscriptionStore>): void {
  let store: SubscriptionStore;
  beforeEach(async () => {
    store = await create();
  });

  /** Keeps one in a place, due now. */
  async function make(id: string, to: Partial<Subscription['to']> = {}, told: Partial<Subscription> = {}) {
    const subscription = makeSubscription({ id, to: { platform: 'telegram', chat: '1', ...to }, ...told });
    await store.save(subscription, NOW);
    return subscription;
  }

  describe('as storage', () => {
    it('returns a saved subscription unchanged, and undefined for an unknown one', async () => {
      const subscription = makeSubscription({
        to: { platform: 'discord', chat: '频道', thread: '7', server: 's' },
        schedule: { kind: 'instant', zone: 'Africa/Cairo', quiet: { from: '22:00', to: '07:00' } },
        selection: { sources: ['bbc'], topics: ['台湾 选举', '"x" OR'], without: ['\u0000'] },
        sentUntil: NOW.toISOString(),
      });
      await store.save(subscription, null);
      expect(await store.get(subscription.id)).toEqual(subscription);
      expect(await store.get('nobody')).toBeUndefined();
      expect(await store.count()).toBe(1);
    });

    it('tallies subscriptions and their chats, by platform and state', async () => {
      await make('aaaaaa');
      await make('bbbbbb');
      await make('cccccc', { chat: '2' });
      await make('dddddd', {}, { state: 'suspended', suspendedFor: 'gone' });
      await make('eeeeee', { platform: 'discord' }, { state: 'paused' });
      const tally = [...(await store.tally())].map(({ platform, state, ...counts }) => ({
        of: `${platform} ${state}`,
        ...counts,
      }));
      expect(tally.sort((a, b) => (a.of < b.of ? -1 : 1))).toEqual([
        { of: 'discord paused', subscriptions: 1, chats: 1 },
        { of: 'telegram active', subscriptions: 3, chats: 2 },
        { of: 'telegram suspended', subscriptions: 1, chats: 1 },
      ]);
    });

    it('replaces one without changing the order, and removes one', async () => {
      for (const id of ['bbbbbb', 'aaaaaa', 'cccccc']) await make(id);
      await make('bbbbbb', {}, { style: 'full' });
      expect(ids(await store.forChat({ platform: 'telegram', chat: '1' }))).toEqual(['bbbbbb', 'aaaaaa', 'cccccc']);
      expect((await store.get('bbbbbb'))?.style).toBe('full');
      const subscription = await store.get('bbbbbb');
      expect(await store.remove('bbbbbb')).toEqual({ subscription, nextAt: NOW });
      expect(await store.remove('bbbbbb')).toBeUndefined();
      expect(ids(await store.forChat({ platform: 'telegram', chat: '1' }))).toEqual(['aaaaaa', 'cccccc']);
      expect(await store.count()).toBe(2);
    });

    it('separates chats, threads, servers and platforms', async () => {
      await make('aaaaaa');
      await make('bbbbbb', { thread: '5', server: 's' });
      await make('cccccc', { chat: '2', server: 's' });
      await make('dddddd', { platform: 'discord', server: 's' });
      const [telegram, chat] = [{ platform: 'telegram' }, { platform: 'telegram', chat: '1' }];
      expect(ids(await store.forChat(chat))).toEqual(['aaaaaa', 'bbbbbb']);
      expect(ids(await store.forChat({ ...chat, thread: '5' }))).toEqual(['bbbbbb']);
      const address = { ...chat, server: 's' };
      expect(ids(await store.forChat(address))).toEqual(['aaaaaa', 'bbbbbb']);
      expect(ids(await store.inPlace(chat))).toEqual(['aaaaaa', 'bbbbbb']);
      expect(ids(await store.inPlace({ ...chat, thread: '6' }))).toEqual([]);
      expect(ids(await store.inPlace({ ...telegram, server: 's' }))).toEqual(['bbbbbb', 'cccccc']);
    });

    it('pages through all of them', async () => {
      await store.saveAll(
        ['cccccc', '000000', 'zzzzzz', '1aaaaa'].map((id) => ({
          subscription: makeSubscription({ id }),
          nextAt: null,
        })),
      );
      const first = ids(await store.page('', 3));
      expect([first, ids(await store.page(first.at(-1) ?? '', 3))]).toEqual([
        ['000000', '1aaaaa', 'cccccc'],
        ['zzzzzz'],
      ]);
      expect(await store.page('zzzzzz', 3)).toEqual([]);
    });

    it('copies what it takes and returns', async () => {
      const given = await make('aaaaaa');
      given.style = 'full';
      const got = await store.get('aaaaaa');
      if (got) got.style = 'headlines';
      expect((await store.get('aaaaaa'))?.style).toBe('brief');
    });
  });

  describe('as a schedule', () => {
    it('returns active due ones, the longest overdue first', async () => {
      const entry = (id: string, nextAt: Date | null, state: Subscription['state'] = 'active') => ({
        subscription: makeSubscription({ id, state }),
        nextAt,
      });
      await store.saveAll([
        entry('now', NOW),
        entry('later', later(1)),
        entry('longest', later(-5)),
        entry('never', null),
        entry('paused', later(-9), 'paused'),
        entry('suspended', later(-9), 'suspended'),
        entry('same', NOW),
      ]);
      expect(ids(await store.due(NOW, 10))).toEqual(['longest', 'now', 'same']);
      expect(ids(await store.due(NOW, 2))).toEqual(['longest', 'now']);
      expect(ids(await store.due(later(1), 10))).toEqual(['longest', 'now', 'same', 'later']);
      expect(await store.nextAt('later')).toEqual(later(1));
      for (const id of ['never', 'paused', 'nobody']) expect(await store.nextAt(id)).toBeUndefined();
    });

    it('uses the last saved time and state', async () => {
      const subscription = await make('aaaaaa');
      await store.save(subscription, later(1));
      expect(await store.due(NOW, 10)).toEqual([]);
      await store.save({ ...subscription, state: 'paused' }, NOW);
      expect(await store.due(later(9), 10)).toEqual([]);
    });
  });

  describe('as a change', () => {
    it('applies the change to the current subscription', async () => {
      await make('aaaaaa', {}, { position: 3 });
      const changed = await store.change('aaaaaa', ({ subscription, nextAt }) => ({
        subscription: { ...subscription, position: subscription.position + 1 },
        nextAt: nextAt && later(60_000),
      }));
      expect(changed?.position).toBe(4);
      expect(await store.get('aaaaaa')).toEqual(changed);
      expect(await store.nextAt('aaaaaa')).toEqual(later(60_000));
    });

    it('changes nothing for undefined, and creates nothing', async () => {
      const subscription = await make('aaaaaa');
      expect(await store.change('aaaaaa', () => undefined)).toEqual(subscription);
      const made = await store.change('nobody', () => ({
        subscription: makeSubscription({ id: 'nobody' }),
        nextAt: null,
      }));
      expect([made, await store.get('nobody')]).toEqual([undefined, undefined]);
    });

    it('loses no concurrent change', async () => {
      await make('aaaaaa');
      const raise = () =>
        store.change('aaaaaa', ({ subscription, nextAt }) => ({
          subscription: { ...subscription, position: subscription.position + 1 },
          nextAt,
        }));
      await Promise.all(Array.from({ length: 20 }, raise));
      expect((await store.get('aaaaaa'))?.position).toBe(20);
    });

    it('rejects with the error of the change, and blocks nothing else', async () => {
      await make('aaaaaa');
      const failure = new RangeError('midway');
      const failing = store.change('aaaaaa', () => {
        throw failure;
      });
      const other = make('bbbbbb');
      await expect(failing).rejects.toBe(failure);
      await other;
      expect(await store.count()).toBe(2);
    });
  });

  describe('as settings of a chat', () => {
    const chat = { platform: 'telegram', chat: '1' };

    it('returns the settings, and none for a chat without any', async () => {
      expect(await store.settings(chat)).toEqual({});
      await store.saveSettings(chat, { zone: 'Asia/Shanghai', quiet: { from: '22:00', to: '07:00' } });
      await store.saveSettings({ ...chat, chat: '2' }, { sendEmpty: true });
      expect(await store.settings(chat)).toEqual({ zone: 'Asia/Shanghai', quiet: { from: '22:00', to: '07:00' } });
      await store.saveSettings(chat, {});
      expect(await store.settings(chat)).toEqual({});
      expect(await store.settings({ ...chat, chat: '2' })).toEqual({ sendEmpty: true });
    });
  });

  describe('as a chat that moves', () => {
    const [from, to] = [
      { platform: 'telegram', chat: '1' },
      { platform: 'telegram', chat: '-100' },
    ];

    it('moves everything of the chat, and nothing of others', async () => {
      await make('aaaaaa', { server: 's' });
      await make('bbbbbb', { thread: '5' });
      await make('cccccc', { chat: '2' });
      await store.saveSettings(from, { zone: 'Africa/Cairo', sendEmpty: true });
      await store.saveSettings(to, { zone: 'Asia/Tehran' });
      for (let times = 0; times < 2; times += 1) await store.moveChat(from, to);
      expect((await store.forChat(to)).map((one) => one.to)).toEqual([
        { ...to, server: 's' },
        { ...to, thread: '5' },
      ]);
      expect(ids(await store.forChat({ ...to, thread: '5' }))).toEqual(['bbbbbb']);
      expect(await store.forChat(from)).toEqual([]);
      expect((await store.get('cccccc'))?.to.chat).toBe('2');
      expect(await store.settings(to)).toEqual({ zone: 'Asia/Tehran', sendEmpty: true });
      expect(await store.settings(from)).toEqual({});
      expect(ids(await store.due(NOW, 10))).toEqual(['aaaaaa', 'bbbbbb', 'cccccc']);
    });
  });
}
