import { ConfigError } from '../../src/config.ts';
import { askHealth } from './ask-health.ts';
import type { HttpSettings } from './settings.ts';

/** What `/healthz` of a bot answers. */
const ALIVE = '{"alive":true}';

/** Whether a port can be used: it is free, or a bot that runs already answers there. Otherwise the problem says what to do. */
export async function checkPort(settings: HttpSettings): Promise<'free' | 'served' | { problem: string }> {
  const { serveHttp } = await import('./server.ts');
  try {
    const server = await serveHttp(settings, {
      reasons: async () => [],
      metrics: async () => ({ text: '', contentType: 'text/plain' }),
      handlerAt: () => undefined,
      report: () => undefined,
    });
    await server.stop();
    return 'free';
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // The problem says already that the port is in use.
    const answer = await askHealth(settings, () => undefined);
    return answer === ALIVE ? 'served' : { problem: error.message };
  }
}
