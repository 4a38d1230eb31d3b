import { onTestFinished } from 'vitest';
import type { Message, Update } from './model.ts';
import { startTelegram, type TelegramEmulator, type TelegramOptions } from './telegram.ts';

interface Told {
  ok: boolean;
  description?: string;
  parameters?: object;
  result?: unknown;
}

/** A Telegram that ends with the test, and a plain client of it. */
export async function runTelegram(options: TelegramOptions = {}) {
  const telegram = await startTelegram(options);
  onTestFinished(() => telegram.stop());
  const call = async (method: string, params: object = {}): Promise<Told> =>
    (await (await request(telegram, method, params)).json()) as Told;
  return {
    telegram,
    call,
    /** What is refused, in Telegram's words; undefined where nothing is. */
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
