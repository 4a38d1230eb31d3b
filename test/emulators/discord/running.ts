import { onTestFinished } from 'vitest';
import { type DiscordOptions, startDiscord } from './discord.ts';

interface ApiResponse {
  status: number;
  headers: Headers;
  body: Readonly<Record<string, unknown>>;
}

/** Starts an emulator that stops with the test, with a plain HTTP client for it. */
export async function runDiscord(options: DiscordOptions = {}) {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.stop());
  const raw = (route: string, body?: unknown) => {
    const [method = 'GET', path = '/'] = route.split(' ');
    const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
    return fetch(`${discord.api}/v10${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  };
  const call = async (route: string, body?: unknown): Promise<ApiResponse> => {
    const response = await raw(route, body);
    const text = await response.text();
    const parsed = (text === '' ? {} : JSON.parse(text)) as ApiResponse['body'];
    return { status: response.status, headers: response.headers, body: parsed };
  };
  return {
    discord,
    raw,
    call,
    /** The error code of the response; undefined if the request succeeded. */
    code: async (route: string, body?: unknown) => (await call(route, body)).body['code'],
  };
}
