import { ConfigError } from '../../src/config.ts';
import { type Listening, listen } from '../shared/listen.ts';
import { createApp, type HttpContext } from './app.ts';
import type { HttpSettings } from './settings.ts';

/** Serves health and metrics. Rejects with `ConfigError` if the port cannot be used; port 0 takes any free one. */
export async function serveHttp({ host, port }: HttpSettings, context: HttpContext): Promise<Listening> {
  try {
    return await listen(createApp(context).fetch, { host, port });
  } catch (error) {
    throw toConfigError(error, port);
  }
}

function toConfigError(error: unknown, port: number): ConfigError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
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
