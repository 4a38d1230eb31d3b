import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import type { WebSettings } from './settings.ts';
import type { WebContext } from './web-context.ts';

const LOOPBACK = '127.0.0.1';
/** Not an address that a browser can open. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);
/** A visitor's browser may keep its connection open for as long as it likes. */
const HEADERS_TIMEOUT_MS = 10_000;

/** A page that is being served. */
export interface WebPage {
  /** Its address, with a slash at the end. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves the page, to this machine only unless the settings name another address. Rejects if the port cannot be used; port 0 takes any free one. */
export async function servePage({ port, host = LOOPBACK, access }: WebSettings, context: WebContext): Promise<WebPage> {
  const server = createAdaptorServer({
    fetch: createApp({ ...context, ...(access && { access }) }).fetch,
    serverOptions: { headersTimeout: HEADERS_TIMEOUT_MS },
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => listening());
  });
  const { port: taken, address, family } = server.address() as AddressInfo;
  const named = EVERYWHERE.has(address) ? LOOPBACK : address;
  return {
    address: `http://${family === 'IPv6' && named === address ? `[${named}]` : named}:${taken}/`,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
