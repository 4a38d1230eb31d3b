import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUpState, openState } from '../../../adapters/stores.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import {
  cutConnections,
  REDIS_URL,
  redisDatabase,
  redisState,
  skipWithoutRedis,
  temporaryStore,
  withLibrary,
} from '../../fixtures/redis.ts';
import { startRedis } from '../../fixtures/redis-server.ts';

const SECRET = 'hunter2';
/** What a person waits for an answer. */
const PATIENCE_MS = 5000;

async function failureOf(location: string): Promise<Error> {
  const startedAt = performance.now();
  const failure = await openState({ scheme: 'redis', location: await withLibrary(location) }).then(
    () => expect.unreachable(),
    (error: unknown) => error as Error,
  );
  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
  expect(JSON.stringify([failure.message, String(failure.cause)])).not.toContain(SECRET);
  return failure;
}

/** The address of a server that takes connections and never says a word. */
async function silentServer(): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a server that does not answer', () => {
  it.each([
    ['nothing listens', async () => '127.0.0.1:1'],
    ['there is no such host', async () => 'nowhere.invalid'],
    ['it is silent', silentServer],
  ])('is told within five seconds, without the password (%s)', async (_case, start) => {
    const host = await start();
    const failure = await failureOf(`redis://bot:${SECRET}@${host}/0`);
    expect(failure).toMatchObject({ name: 'StoreError', reason: 'server-lost' });
    expect(failure.message).toContain(`redis://${host}/0: the database server does not answer. Check that`);
  });
});

describe('a Redis server', () => {
  skipWithoutRedis();

  it('that does not know the user says so', async () => {
    const url = new URL(REDIS_URL);
    [url.username, url.password] = ['gazette_nobody', SECRET];
    expect(await failureOf(url.href)).toMatchObject({ reason: 'denied' });
  });

  it('that has no database of the number says so', async () => {
    const url = new URL(REDIS_URL);
    url.pathname = '/99999';
    expect((await failureOf(url.href)).message).toMatch(/no database of this number\. Use a smaller one/);
  });

  it('with the state of a newer version is left alone', async () => {
    const url = await temporaryStore();
    const database = redisDatabase(url);
    await database.call('SET', database.key('version'), 99);
    expect(await failureOf(url)).toMatchObject({ reason: 'newer' });
  });

  it('that cuts all connections is used again at once, and nothing is lost', async () => {
    const url = await temporaryStore();
    const state = await redisState(url);
    const subscription = makeSubscription();
    await state.subscriptions.save(subscription, null);
    const raise = () =>
      state.subscriptions.change(subscription.id, ({ subscription: current, nextAt }) => ({
        subscription: { ...current, position: current.position + 1 },
        nextAt,
      }));
    let cut = 0;
    for (let times = 0; times < 5; times += 1) {
      const changes = Promise.all([raise(), raise(), raise()]);
      cut += await cutConnections(url);
      await changes;
    }
    expect(cut).toBeGreaterThan(0);
    expect((await state.subscriptions.get(subscription.id))?.position).toBeGreaterThanOrEqual(15);
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
