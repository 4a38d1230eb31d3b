import type { CreateProbe } from '../platform.ts';
import { readCredentials } from './credentials.ts';

/** Asks Discord who the bot is. discord.js takes a while to load, so that it is loaded only where it is needed. */
export const probeDiscord: CreateProbe = (env) => {
  const credentials = readCredentials(env);
  if (credentials === undefined) return undefined;
  return {
    name: 'Discord',
    async ask() {
      const { createClient } = await import('./client.ts');
      const client = createClient(credentials);
      const { username } = await client.call<{ username: string }>({ method: 'GET', route: '/users/@me' });
      return username;
    },
  };
};
