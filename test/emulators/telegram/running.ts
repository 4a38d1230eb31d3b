import { onTestFinished } from 'vitest';
import type { Message, Update } from './model.ts';
import { startTelegram, type TelegramEmulator, type TelegramOptions } from './telegram.ts';

interface ApiResponse {
  ok: boolean;
  description?: string;
  parameters?: object;
  result?: unknown;
}

/** Starts an emulator that stops with the test, with a plain HTTP client for it. */
export async function runTelegram(options: TelegramOptions = {}) {
  const telegram = await startTelegram(options);
  onTestFinished(() => telegram.stop());
  const call = async (method: string, params: object = {}): Promise<ApiResponse> =>
    (await (await request(telegram, method, params)).json()) as ApiResponse;
  return {
    telegram,
    call,
    /** The error description of the response; undefined if the request succeeded. */
    refusal: async (method: string, params: object) => (await call(method, params)).description,
    send: async (params: object) => (await call('sendMessage', params)).result as Message,
    updates: async (params: object = {}) => (await call('getUpdates', params)).result as Update[],
    raw: (method: string, params: object = {}) => request(telegram, method, params),
  };
}

async function request({ apiRoot, token }: TelegramEmulator, method: string, params: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(params) };
  return await fetch(`${apiRoot}/bot${token}/${method}`, init);
}
