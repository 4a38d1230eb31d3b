import { AsyncLocalStorage } from 'node:async_hooks';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import type { Priority } from '../../src/messaging/rate-limits/rate-limited-request.ts';
import type { RateLimiter } from '../../src/messaging/rate-limits/rate-limiter.ts';
import { withRateLimit } from '../../src/messaging/rate-limits/with-rate-limit.ts';

/** How a request is sent once discord.js releases it. */
interface Sending {
  /** Where it counts towards the rate limit; undefined if it does not count. */
  turn: { chat: string; priority: Priority } | undefined;
  /** Counts from the moment when the request is sent: what waits in a queue has had no effect. */
  timeoutMs: number;
}

type RequestOptions = Parameters<RESTOptions['makeRequest']>[1];

/**
 * A request whose form is bytes. The dispatcher may be of another undici than that of discord.js, since all of them in a process
 * share one, or a proxy's; it would not know the form.
 */
async function withEncodedForm(init: RequestOptions): Promise<RequestOptions> {
  const { body, headers } = init;
  if (!(body instanceof FormData)) return init;
  const form = new Response(body);
  const type = form.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await form.arrayBuffer());
  return { ...init, headers: { ...(headers as Record<string, string>), 'content-type': type }, body: bytes };
}

/**
 * Sends the requests that discord.js releases from its queues. It takes a turn of the rate limiter only then, because the
 * queue of a channel can release many requests at once.
 */
export function createTransport(rateLimiter: RateLimiter | undefined) {
  const sending = new AsyncLocalStorage<Sending>();
  let serverTimeMs: number | undefined;

  async function send(url: string, init: RequestOptions) {
    const timeoutMs = sending.getStore()?.timeoutMs;
    const signal = timeoutMs === undefined ? init.signal : AbortSignal.timeout(timeoutMs);
    const request = { ...(await withEncodedForm(init)), ...(signal && { signal }) };
    const response = await DefaultRestOptions.makeRequest(url, request);
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
