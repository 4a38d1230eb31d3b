import { onTestFinished } from 'vitest';
import { type DiscordOptions, startDiscord } from './discord.ts';

interface Told {
  status: number;
  headers: Headers;
  body: Readonly<Record<string, unknown>>;
}

/** A Discord that ends with the test, and a plain client of it. */
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
  const call = async (route: string, body?: unknown): Promise<Told> => {
    const response = await raw(route, body);
    const text = await response.text();
    const parsed = (text === '' ? {} : JSON.parse(text)) as Told['body'];
    return { status: response.status, headers: response.headers, body: parsed };
  };
  return {
    discord,
    raw,
    call,
    /** The number of what is refused; undefined where nothing is. */
    code: async (route: string, body?: unknown) => (await call(route, body)).body['code'],
  };
}
