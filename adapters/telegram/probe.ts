import type { CreateProbe } from '../platform.ts';
import { createClient } from './client.ts';
import { readCredentials } from './credentials.ts';

/** Asks Telegram who the bot is. */
export const probeTelegram: CreateProbe = (env) => {
  const credentials = readCredentials(env);
  if (credentials === undefined) return undefined;
  return {
    name: 'Telegram',
    async ask() {
      const { username } = await createClient(credentials).call<{ username: string }>('getMe', {});
      return `@${username}`;
    },
  };
};
