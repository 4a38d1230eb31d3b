import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ConfigError } from '../../src/config.ts';
import { createApp, type HttpContext } from './app.ts';
import type { HttpSettings } from './settings.ts';

/** A server that is running. */
export interface HttpServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Slow requests must not use up the connections. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** Serves health and metrics. Rejects with `ConfigError` if the port cannot be used; port 0 takes any free one. */
export async function serveHttp({ host, port }: HttpSettings, context: HttpContext): Promise<HttpServer> {
  const server = createAdaptorServer({ fetch: createApp(context).fetch, serverOptions: LIMITS });
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: Error) => failed(toConfigError(error, port)));
    server.listen(port, host, () => listening());
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function toConfigError(error: Error, port: number): ConfigError {
  const code = 'code' in error ? String(error.code) : error.message;
  switch (code) {
    case 'EADDRINUSE':
      return new ConfigError(`HTTP_PORT ${port} is in use. Set another port.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError('HTTP_HOST is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.');
    case 'EACCES':
      return new ConfigError(`HTTP_PORT ${port} needs more rights. Set one from 1024 on.`);
    default:
      return new ConfigError(`HTTP_PORT ${port} cannot be used (${code}). Set another port.`);
  }
}
