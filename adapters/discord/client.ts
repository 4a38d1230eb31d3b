import { REST } from 'discord.js';
import { toFailure } from './errors.ts';

/** One request to Discord's API. */
export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path behind `/api/v10`. */
  route: `/${string}`;
  body?: unknown;
  query?: Readonly<Record<string, string>>;
  /** An interaction's own token stands in its path: the bot's is not sent along. */
  byToken?: true;
  /** How long to wait for the answer; what was sent may have taken effect all the same. */
  timeoutMs?: number;
}

/** Discord's API. */
export interface Client {
  /** Rejects with `DiscordFailure` only. Never repeats a request by itself but one that Discord asked to repeat. */
  call<Result>(request: ApiRequest): Promise<Result>;
}

export interface ClientOptions {
  token: string;
  /** Where the API is, up to the version. */
  api: string;
  /** Called for each refused request (401, 403, 429) with their number in the last ten minutes. */
  refused?(count: number): void;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const FORGOTTEN_AFTER_MS = 60_000;
/** A longer wait is for the caller to decide; a shorter one discord.js sits out. */
const MAX_WAIT_MS = 5000;

/**
 * Talks to Discord at this address. discord.js keeps to the buckets that Discord announces; its own repeats are off, since
 * they would show a message twice, and so is its count of fifty a second: the pace of what is sent is ours.
 */
export function createClient({ token, api, refused }: ClientOptions): Client {
  const rest = new REST({
    api,
    version: '10',
    retries: 0,
    globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
    invalidRequestWarningInterval: 1,
    // It keeps something for each channel that was written to, and by itself forgets it only after an hour.
    handlerSweepInterval: FORGOTTEN_AFTER_MS,
    rejectOnRateLimit: ({ retryAfter }) => !(retryAfter > 0 && retryAfter <= MAX_WAIT_MS),
  });
  rest.on('invalidRequestWarning', ({ count }) => refused?.(count));
  return {
    async call<Result>({ method, route, body, query, byToken, timeoutMs = DEFAULT_TIMEOUT_MS }: ApiRequest) {
      // After a 401 discord.js forgets the token, and would never find out that it was a mistake.
      rest.setToken(token);
      try {
        return (await rest.request({
          method: method as Parameters<REST['request']>[0]['method'],
          fullRoute: route,
          ...(body !== undefined && { body }),
          ...(query !== undefined && { query: new URLSearchParams(query) }),
          auth: byToken !== true,
          signal: AbortSignal.timeout(timeoutMs),
        })) as Result;
      } catch (error) {
        throw toFailure(error);
      }
    },
  };
}
