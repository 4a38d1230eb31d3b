import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Telegram } from 'telegraf';
import type { Address } from '../../src/subscription/address.ts';
import { type TelegramFailure, toFailure } from './errors.ts';

/** The methods of the Bot API, as telegraf types them. */
type Method = Parameters<Telegram['callApi']>[0];

/** telegraf types a result for each method; here the caller names the part of it that it uses. */
type CallApi = (method: Method, parameters: object, options: { signal: AbortSignal }) => Promise<unknown>;

/** The Bot API: one method, called by its name with its parameters. */
export interface Client {
  /** Rejects with `TelegramFailure` only. */
  call<Result>(method: Method, parameters: object, options?: CallOptions): Promise<Result>;
}

export interface CallOptions {
  /** How long to wait for the answer; what was sent may have taken effect all the same. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** For small requests that somebody waits for, and that may be made again: time is left for a second and a third. */
export const QUICK: CallOptions = { timeoutMs: 4000 };

/** Talks to the Bot API at this address, or to any server that speaks it. The token never shows in an error. */
export function createClient({ token, apiRoot }: { token: string; apiRoot: string }): Client {
  const secure = apiRoot.startsWith('https:');
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const telegram = new Telegram(token, { apiRoot, agent, webhookReply: false });
  const callApi = telegram.callApi.bind(telegram) as unknown as CallApi;
  return {
    async call<Result>(
      method: Method,
      parameters: object,
      { timeoutMs = DEFAULT_TIMEOUT_MS, signal }: CallOptions = {},
    ) {
      const limit = AbortSignal.timeout(timeoutMs);
      const either = signal ? AbortSignal.any([limit, signal]) : limit;
      try {
        return (await callApi(method, parameters, { signal: either })) as Result;
      } catch (error) {
        throw toFailure(error) satisfies TelegramFailure;
      }
    },
  };
}

/** The parameters of a request that name its chat and topic. */
export function toTarget({ chat, thread }: Address): { chat_id: string; message_thread_id?: number } {
  return { chat_id: chat, ...(thread !== undefined && { message_thread_id: Number(thread) }) };
}
