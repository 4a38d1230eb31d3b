import { AsyncLocalStorage } from 'node:async_hooks';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import type { Priority, RateLimiter } from '../../src/messaging/rate-limits/rate-limiter.ts';
import { withRateLimit } from '../../src/messaging/rate-limits/rate-limiter.ts';

/** How a request is sent once discord.js releases it. */
interface Sending {
  /** Where it counts towards the rate limit; undefined if it does not count. */
  turn: { chat: string; priority: Priority } | undefined;
  /** Counts from the moment when the request is sent: what waits in a queue has had no effect. */
  timeoutMs: number;
}

/**
 * Sends the requests that discord.js releases from its queues. It takes a turn of the rate limiter only then, because the
 * queue of a channel can release many requests at once.
 */
export function createTransport(rateLimiter: RateLimiter | undefined) {
  const sending = new AsyncLocalStorage<Sending>();
  let serverTimeMs: number | undefined;

  async function send(url: string, init: Parameters<RESTOptions['makeRequest']>[1]) {
    const timeoutMs = sending.getStore()?.timeoutMs;
    const signal = timeoutMs === undefined ? init.signal : AbortSignal.timeout(timeoutMs);
    const response = await DefaultRestOptions.makeRequest(url, { ...init, ...(signal && { signal }) });
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) serverTimeMs = Math.max(date, serverTimeMs ?? date);
    return response;
  }

  return {
    /** Runs work whose requests are sent in this way. */
    run: <Result>(how: Sending, work: () => Promise<Result>) => sending.run(how, work),
    makeRequest: ((url, init) => {
      const turn = sending.getStore()?.turn;
      if (rateLimiter === undefined || turn === undefined) return send(url, init);
      return withRateLimit(() => send(url, init), { limiter: rateLimiter, turn: { ...turn, cost: 1 } });
    }) satisfies RESTOptions['makeRequest'],
    serverTimeMs: () => serverTimeMs,
  };
}
