import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openState } from '../../adapters/stores.ts';
import { makeSubscription } from '../fakes/subscription.ts';
import type { SharedServer } from '../fixtures/shared-server.ts';

/** Never to be shown. */
export const SECRET = 'hunter2';
/** What a person waits for an answer. */
const PATIENCE_MS = 5000;

/** Why a store cannot be opened, which must be told soon, and without the password. */
export async function failureOf({ scheme, forProcess }: SharedServer, address: string): Promise<Error> {
  const location = await forProcess(address);
  const startedAt = performance.now();
  const failure = await openState({ scheme, location }).then(
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

/** What must happen when a server cannot be used, on a real one. */
export function outOfReachContract(server: SharedServer): void {
  const { scheme, skipWithout, create } = server;
  describe('a server that does not answer', () => {
    it.each([
      ['nothing listens', async () => '127.0.0.1:1'],
      ['there is no such host', async () => 'nowhere.invalid'],
      ['it is silent', silentServer],
    ])('is told within five seconds, without the password (%s)', async (_case, start) => {
      const host = await start();
      const failure = await failureOf(server, `${scheme}://bot:${SECRET}@${host}/0`);
      expect(failure).toMatchObject({ name: 'StoreError', reason: 'server-lost' });
      expect(failure.message).toContain(`${scheme}://${host}/0: the database server does not answer. Check that`);
    });
  });

  describe('a server', () => {
    skipWithout();

    it('that does not know the user says so', async () => {
      const url = new URL(await create());
      [url.username, url.password] = ['gazette_nobody', SECRET];
      expect(await failureOf(server, url.href)).toMatchObject({ reason: 'denied' });
    });

    it('with the state of a newer version is left alone', async () => {
      const address = await create();
      await server.makeNewer(address);
      expect(await failureOf(server, address)).toMatchObject({ reason: 'newer' });
    });

    it('that cuts all connections is used again at once, and nothing is lost', async () => {
      const address = await create();
      const state = await server.open(address);
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
        cut += await server.cut(address);
        await changes;
      }
      expect(cut).toBeGreaterThan(0);
      expect((await state.subscriptions.get(subscription.id))?.position).toBeGreaterThanOrEqual(15);
    });
  });
}
