import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Telegram } from 'telegraf';
import type { Address } from '../../src/subscription/address.ts';
import { toFailure } from './errors.ts';

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

/** Calls the Bot API at an address. The token never appears in an error. */
export function createClient({ token, apiRoot }: { token: string; apiRoot: string }): Client {
  const Agent = apiRoot.startsWith('https:') ? HttpsAgent : HttpAgent;
  const telegram = new Telegram(token, { apiRoot, agent: new Agent({ keepAlive: true }), webhookReply: false });
  const callApi = telegram.callApi.bind(telegram) as unknown as CallApi;
  return {
    async call<Result>(method: Method, parameters: object, options: CallOptions = {}) {
      const timeout = AbortSignal.timeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
      const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
      try {
        return (await callApi(method, parameters, { signal })) as Result;
      } catch (error) {
        throw toFailure(error);
      }
    },
  };
}

/** The parameters of a request that name its chat and topic. */
export function toTarget({ chat, thread }: Address): { chat_id: string; message_thread_id?: number } {
  return { chat_id: chat, ...(thread !== undefined && { message_thread_id: Number(thread) }) };
}
