import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUpState, openState, restoreState } from '../../../adapters/stores.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import {
  POSTGRES_URL,
  postgresState,
  queryPostgres,
  skipWithoutPostgres,
  temporarySchema,
} from '../../fixtures/postgres.ts';

const SECRET = 'hunter2';
/** What a person waits for an answer. */
const PATIENCE_MS = 5000;

async function failureOf(location: string): Promise<Error> {
  const startedAt = performance.now();
  const failure = await openState({ scheme: 'postgres', location }).then(
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

/** The address of a schema whose connections can be found by this name. */
async function namedSchema(name: string): Promise<string> {
  const url = new URL(await temporarySchema());
  url.searchParams.set('application_name', name);
  return url.href;
}

const end = (name: string) =>
  queryPostgres(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${name}'`);

describe('a server that does not answer', () => {
  it.each([
    ['nothing listens', async () => '127.0.0.1:1'],
    ['there is no such host', async () => 'nowhere.invalid'],
    ['it is silent', silentServer],
  ])('is told within five seconds, without the password (%s)', async (_case, start) => {
    const host = await start();
    const failure = await failureOf(`postgres://bot:${SECRET}@${host}/gazette`);
    expect(failure).toMatchObject({ name: 'StoreError', reason: 'server-lost' });
    expect(failure.message).toContain(`postgres://${host}/gazette: the database server does not answer. Check that`);
  });
});

describe('a PostgreSQL server', () => {
  skipWithoutPostgres();

  it('that has no such database says how to make it', async () => {
    const url = new URL(POSTGRES_URL);
    url.pathname = '/gazette_nowhere';
    expect((await failureOf(url.href)).message).toMatch(
      /gazette_nowhere: there is no such database\. Create it: createdb/,
    );
  });

  it('that does not know the user says so', async () => {
    const url = new URL(POSTGRES_URL);
    [url.username, url.password] = ['gazette_nobody', SECRET];
    expect(await failureOf(url.href)).toMatchObject({ reason: 'denied' });
  });

  it('with tables of another program is left alone', async () => {
    const url = await temporarySchema();
    await queryPostgres('CREATE TABLE files (name TEXT)', url);
    expect(await failureOf(url)).toMatchObject({ reason: 'foreign-database' });
    expect(await queryPostgres('SELECT * FROM files', url)).toEqual([]);
  });

  it('with a newer schema is left alone', async () => {
    const url = await temporarySchema();
    await (await openState({ scheme: 'postgres', location: url })).close();
    await queryPostgres('UPDATE gazette_schema SET version = 99', url);
    expect(await failureOf(url)).toMatchObject({ reason: 'newer' });
  });

  it('is migrated once, however many processes start together', async () => {
    const url = await temporarySchema();
    const states = await Promise.all(Array.from({ length: 4 }, () => openState({ scheme: 'postgres', location: url })));
    await states[0]?.states('a').set('key', 1);
    expect(await states[3]?.states('a').get('key')).toBe(1);
    await Promise.all(states.map((state) => state.close()));
  });

  it('that ends all connections is used again at once, and nothing is lost', async () => {
    const state = await postgresState(await namedSchema('gazette_cut'));
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
      cut += (await end('gazette_cut')).length;
      await changes;
    }
    expect(cut).toBeGreaterThan(0);
    expect((await state.subscriptions.get(subscription.id))?.position).toBeGreaterThanOrEqual(15);
  });

  it('whose lock is held for longer than a statement waits is waited for', async () => {
    const url = await temporarySchema();
    const state = await postgresState(url);
    const subscription = makeSubscription();
    await state.subscriptions.save(subscription, null);
    const holding = queryPostgres(`BEGIN; SELECT 1 FROM subscriptions FOR UPDATE; SELECT pg_sleep(3); COMMIT`, url);
    const changed = state.subscriptions.change(subscription.id, (current) => current);
    await holding;
    expect(await changed).toEqual(subscription);
  });

  it('has tools of its own for backups, which the message names', async () => {
    const store = { scheme: 'postgres', location: `postgres://bot:${SECRET}@db/gazette`, label: '' } as const;
    const tools = /^postgres:\/\/db\/gazette: PostgreSQL has its own tools for backups\. Use pg_dump/;
    await expect(backUpState(store, 'file')).rejects.toThrow(tools);
    await expect(restoreState(store, { file: 'file', now: new Date() })).rejects.toThrow(tools);
  });
});
