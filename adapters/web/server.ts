import { listen } from '../shared/listen.ts';
import { createApp } from './app.ts';
import type { WebSettings } from './settings.ts';
import type { WebContext } from './web-context.ts';

const LOOPBACK = '127.0.0.1';
/** Not an address that a browser can open. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** A page that is being served. */
export interface WebPage {
  /** Its address, with a slash at the end. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves the page, to this machine only unless the settings name another address. Rejects if the port cannot be used; port 0 takes any free one. */
export async function servePage({ port, host = LOOPBACK, access }: WebSettings, context: WebContext): Promise<WebPage> {
  const app = createApp({ ...context, ...(access && { access }) });
  const listening = await listen(app.fetch, { host, port });
  const { port: taken, address, family } = listening.address;
  const named = EVERYWHERE.has(address) ? LOOPBACK : address;
  return {
    address: `http://${family === 'IPv6' && named === address ? `[${named}]` : named}:${taken}/`,
    stop: listening.stop,
  };
}
