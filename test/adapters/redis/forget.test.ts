import { describe, expect, it } from 'vitest';
import type { State } from '../../../src/state.ts';
import { makeEntry, makeFeed } from '../../contracts/feed-store.ts';
import { makeEdition, makeSubscription } from '../../fakes/subscription.ts';
import { later, NOW, VIEW } from '../../fixtures/deliveries.ts';
import { keysOf, redisDatabase, redisState, skipWithoutRedis, temporaryStore } from '../../fixtures/redis.ts';

const CHAT = { platform: 'telegram', chat: 'c770077' };
const OTHER = { platform: 'telegram', chat: 'c880088' };

async function fill({ subscriptions, feeds, deliveries, states }: State, to: typeof CHAT): Promise<void> {
  const subscription = `s${to.chat}`;
  await subscriptions.save(makeSubscription({ id: subscription, to: { ...to, thread: '5', server: to.chat } }), NOW);
  await subscriptions.saveSettings(to, { zone: 'Europe/Berlin' });
  await feeds.follow(makeFeed(to.chat), to, [makeEntry(to.chat, 'one')]);
  const ids = ['waiting', 'delayed', 'failed', 'sent', 'dropped', 'gone'].map((name) => `${to.chat}@${name}`);
  await deliveries.add(
    ids.map((id) => makeEdition(id, { subscription, to })),
    NOW,
  );
  for (const id of ids) await deliveries.recordProgress(id, { view: VIEW, confirmedParts: [] });
  await deliveries.retryAt(ids[1] ?? '', { at: later(1000), reason: 'busy', attempts: 1 });
  await deliveries.complete(ids[2] ?? '', 'failed', { at: NOW });
  await deliveries.complete(ids[3] ?? '', 'sent', { at: NOW });
  await deliveries.complete(ids[4] ?? '', 'dropped', { at: NOW });
  await deliveries.complete(ids[5] ?? '', 'dropped', { at: NOW, reason: 'gone' });
  await deliveries.mergeUnsent(subscription, NOW);
  await states('shown').set(`${to.chat}:a`, to.chat, 1e9);
}

/** Everything in a store as text: the names of keys, and what is in them. */
async function dump(address: string): Promise<string> {
  const database = redisDatabase(address);
  const texts = (await keysOf(database.prefix)).map(async (key) => {
    const kind = await database.call<string>('TYPE', key);
    if (kind === 'hash') return [key, await database.call('HGETALL', key)];
    if (kind === 'zset') return [key, await database.call('ZRANGE', key, 0, -1)];
    if (kind === 'set') return [key, await database.call('SMEMBERS', key)];
    return [key, await database.call('GET', key)];
  });
  return JSON.stringify(await Promise.all(texts));
}

describe('a chat that is forgotten', () => {
  skipWithoutRedis();

  it('leaves nothing in a Redis server, and others everything', async () => {
    const address = await temporaryStore();
    const state = await redisState(address);
    for (const to of [CHAT, OTHER]) await fill(state, to);
    expect(await dump(address)).toContain(CHAT.chat);
    for (const { id } of await state.subscriptions.inPlace(CHAT)) await state.subscriptions.remove(id);
    await state.deliveries.removeChat(CHAT);
    await state.feeds.unfollowAll(CHAT);
    await state.subscriptions.saveSettings(CHAT, {});
    await state.states('shown').deleteUnder(`${CHAT.chat}:`);
    const left = await dump(address);
    expect(left).not.toContain(CHAT.chat);
    expect(left.split(OTHER.chat).length).toBeGreaterThan(20);
    expect(await state.deliveries.forChat(OTHER)).toHaveLength(5);
  });
});
