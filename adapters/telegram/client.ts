import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Telegram } from 'telegraf';
import type { Address } from '../../src/subscription/address.ts';
import { malformedResponse, type TelegramFailure, toFailure } from './errors.ts';
import { createRequestTimeout } from './request-timeout.ts';
import { isWellFormed } from './response-shape.ts';
import type { TelegramSettings } from './settings.ts';

/** The methods of the Bot API, as telegraf types them. */
type Method = Parameters<Telegram['callApi']>[0];

/** telegraf types a result for each method; here the caller names the part of it that it uses. */
type CallApi = (method: Method, parameters: object, options: { signal: AbortSignal }) => Promise<unknown>;

/** The Bot API. */
export interface Client {
  /** Rejects with `TelegramFailure` only. */
  call<Result>(method: Method, parameters: object, options?: CallOptions): Promise<Result>;
}

interface CallOptions {
  /** How long to wait for the response; the request may take effect all the same. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** For small requests that a user waits for: a second and a third try are still in time. */
export const QUICK: CallOptions = { timeoutMs: 4000 };
/** Telegram and routers drop idle connections without a word, and the next request would be lost. */
const IDLE_MS = 10_000;

interface ClientSettings extends TelegramSettings {
  /** How long an idle connection is kept for the next request. */
  idleMs?: number;
  /** Called for each failed request. */
  onFailure?(failure: TelegramFailure): void;
}

/** Calls the Bot API at an address. The token never appears in an error. */
export function createClient({ token, apiRoot, proxy, idleMs = IDLE_MS, onFailure }: ClientSettings): Client {
  const Agent = apiRoot.startsWith('https:') ? HttpsAgent : HttpAgent;
  const telegram = new Telegram(token, { apiRoot, webhookReply: false });
  // Not in the options: there telegraf ignores it for `http:`.
  telegram.options.agent = new Agent({ keepAlive: true, timeout: idleMs, ...(proxy && { proxyEnv: { ...proxy } }) });
  const callApi = telegram.callApi.bind(telegram) as unknown as CallApi;
  return {
    async call<Result>(method: Method, parameters: object, options: CallOptions = {}) {
      const timeout = createRequestTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
      const signal = options.signal ? AbortSignal.any([timeout.signal, options.signal]) : timeout.signal;
      try {
        return readResult<Result>(method, await callApi(method, parameters, { signal }));
      } catch (error) {
        const failure = toFailure(error);
        // A request that the caller gave up did not fail.
        if (!options.signal?.aborted) onFailure?.(failure);
        throw failure;
      } finally {
        timeout.cancel();
      }
    },
  };
}

/** After a malformed result, the request may have taken effect. */
export function readResult<Result>(method: Method, result: unknown): Result {
  if (!isWellFormed(method, result)) throw malformedResponse();
  return result as Result;
}

/** The parameters of a request that name its chat and topic. */
export function toTarget({ chat, thread }: Address): { chat_id: string; message_thread_id?: number } {
  return { chat_id: chat, ...(thread !== undefined && { message_thread_id: Number(thread) }) };
}
