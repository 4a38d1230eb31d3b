import { REST } from 'discord.js';
import type { Priority } from '../../src/messaging/rate-limits/rate-limited-request.ts';
import type { RateLimiter } from '../../src/messaging/rate-limits/rate-limiter.ts';
import type { TextFile } from '../../src/view/view.ts';
import type { AnswerShape } from './answer-shapes.ts';
import { type DiscordFailure, toFailure, toUnexpectedAnswerFailure } from './errors.ts';
import { restThrough } from './proxy.ts';
import type { DiscordSettings } from './settings.ts';
import { createTransport } from './transport.ts';

/** One request to Discord's API. */
export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path after `/api/v10`. */
  route: `/${string}`;
  body?: unknown;
  /** To be uploaded. */
  file?: TextFile;
  query?: Readonly<Record<string, string>>;
  /** An interaction's token in the path authorizes the request; the bot's own is not sent. */
  byToken?: true;
  /** After a timeout, the request may have taken effect. */
  timeoutMs?: number;
  /** Whether other requests go first. An answer to a user, by default. */
  priority?: Priority;
  /** An answer of another shape counts as unclear. Any shape, by default. */
  expects?: AnswerShape;
}

/** Discord's API. */
export interface Client {
  /** Rejects with `DiscordFailure` only. Repeats a request only after a short wait that Discord asked for. */
  call<Result>(request: ApiRequest): Promise<Result>;
  /** The latest time of Discord's clock in any response: a lower bound of its present time. Undefined before a response. */
  serverTimeMs(): number | undefined;
}

interface ClientOptions extends DiscordSettings {
  /** Keeps the limit of all requests; those that are authorized by an interaction's token are exempt. */
  rateLimiter?: RateLimiter;
  /** Called for each invalid request (401, 403, 429) with their number in the last ten minutes. */
  onInvalidRequest?(count: number): void;
  /** Called for each failed request. */
  onFailure?(failure: Pick<DiscordFailure, 'status' | 'retryAfterMs'>): void;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const SWEEP_INTERVAL_MS = 60_000;
/** discord.js waits for at most this long when Discord asks for it; the caller decides about a longer wait. */
const MAX_WAIT_MS = 5000;
/** The transport has timeouts of its own. */
const NO_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * discord.js keeps the rate limits that Discord announces. Its retries are off, because they would show a message twice, and
 * so is its limit of fifty requests a second, for which the bot has its own rate limiter.
 */
export function createClient({ token, api, proxy, rateLimiter, onInvalidRequest, onFailure }: ClientOptions): Client {
  const transport = createTransport(rateLimiter);
  const rest = new REST({
    api,
    version: '10',
    retries: 0,
    timeout: NO_TIMEOUT_MS,
    makeRequest: transport.makeRequest,
    globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
    invalidRequestWarningInterval: 1,
    ...restThrough(proxy),
    // By default it keeps an object for each channel for an hour.
    handlerSweepInterval: SWEEP_INTERVAL_MS,
    rejectOnRateLimit: ({ retryAfter }) => !(retryAfter > 0 && retryAfter <= MAX_WAIT_MS),
  });
  rest.on('invalidRequestWarning', ({ count }) => onInvalidRequest?.(count));

  async function request({ method, route, body, file, query, byToken }: ApiRequest): Promise<unknown> {
    // discord.js forgets the token after a 401, which may have been a mistake.
    rest.setToken(token);
    return await rest.request({
      method: method as Parameters<REST['request']>[0]['method'],
      fullRoute: route,
      ...(body !== undefined && { body }),
      ...(file && { files: [{ name: file.name, data: file.text, contentType: file.mediaType }] }),
      ...(query !== undefined && { query: new URLSearchParams(query) }),
      auth: byToken !== true,
    });
  }

  return {
    serverTimeMs: transport.serverTimeMs,
    async call<Result>(sent: ApiRequest) {
      const { route, byToken, priority = 'answer', timeoutMs = DEFAULT_TIMEOUT_MS, expects } = sent;
      const turn = byToken === true ? undefined : { chat: route, priority };
      try {
        const answer = await transport.run({ turn, timeoutMs }, () => request(sent));
        if (expects?.(answer) === false) throw toUnexpectedAnswerFailure();
        return answer as Result;
      } catch (error) {
        const failure = toFailure(error);
        onFailure?.(failure);
        throw failure;
      }
    },
  };
}
