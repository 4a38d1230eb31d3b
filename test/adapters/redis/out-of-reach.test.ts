import { describe, expect, it } from 'vitest';
import { backUpState } from '../../../adapters/stores.ts';
import { failureOf, outOfReachContract, SECRET } from '../../contracts/out-of-reach.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import { REDIS_URL, redisServer, redisState, skipWithoutRedis, withLibrary } from '../../fixtures/redis.ts';
import { startRedis } from '../../fixtures/redis-server.ts';

const failureAt = (address: string) => failureOf(redisServer, address);

outOfReachContract(redisServer);

describe('a Redis server', () => {
  skipWithoutRedis();

  it('that has no database of the number says so', async () => {
    const url = new URL(REDIS_URL);
    url.pathname = '/99999';
    expect((await failureAt(url.href)).message).toMatch(/no database of this number\. Use a smaller one/);
  });

  it('that stands still fails what waits for it, and answers again when it goes on', async (context) => {
    const { url, pause, goOn } = await startRedis(context);
    const state = await redisState(await withLibrary(url));
    await state.states('a').set('key', 1);
    pause();
    await expect(state.states('a').get('key')).rejects.toMatchObject({ reason: 'server-lost' });
    goOn();
    expect(await state.states('a').get('key')).toBe(1);
  });

  it('that crashes and comes back has everything, if it logs every change', async (context) => {
    const { url, restart } = await startRedis(context, '--appendonly', 'yes', '--appendfsync', 'always');
    const state = await redisState(await withLibrary(url));
    const subscription = makeSubscription();
    await state.subscriptions.save(subscription, null);
    await state.states('a').set('key', 1);
    await restart();
    expect(await state.subscriptions.get(subscription.id)).toEqual(subscription);
    expect(await state.states('a').get('key')).toBe(1);
  });

  it('has tools of its own for backups, which the message names', async () => {
    const store = { scheme: 'redis', location: `redis://bot:${SECRET}@db/0`, label: '' } as const;
    await expect(backUpState(store, 'file')).rejects.toThrow(/^redis:\/\/db\/0: Redis has its own tools for backups\./);
  });

  it('is checked for settings that could lose state', async (context) => {
    const { url, call } = await startRedis(context);
    const state = await redisState(await withLibrary(url));
    expect(await state.risks?.()).toEqual(['not-logged']);
    await call('CONFIG', 'SET', 'maxmemory', '100mb', 'maxmemory-policy', 'allkeys-lru');
    expect(await state.risks?.()).toEqual(['not-logged', 'evicts']);
    await call('CONFIG', 'SET', 'appendonly', 'yes', 'appendfsync', 'no', 'maxmemory-policy', 'noeviction');
    expect(await state.risks?.()).toEqual(['not-synced']);
    await call('CONFIG', 'SET', 'appendfsync', 'always');
    expect(await state.risks?.()).toEqual([]);
  });
});
