import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** A server that is running. */
export interface Listening {
  readonly address: AddressInfo;
  stop(): Promise<void>;
}

/** Slow requests must not use up the connections; a visitor's browser may keep its own open for as long as it likes. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** Serves an app. Rejects with the system's error if the port cannot be used; port 0 takes any free one. */
export async function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, serverOptions: LIMITS });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => listening());
  });
  return {
    address: server.address() as AddressInfo,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
