import type { Probe } from '../platform.ts';
import { withTexts } from './answer-shapes.ts';
import type { DiscordSettings } from './settings.ts';

/** Asks Discord for the bot's name. Loads discord.js, which takes a while, only when it is needed. */
export function probeDiscord(settings: DiscordSettings): Probe {
  return {
    name: 'Discord',
    async ask() {
      const { createClient } = await import('./client.ts');
      const client = createClient(settings);
      const { username } = await client.call<{ username: string }>({
        method: 'GET',
        route: '/users/@me',
        expects: withTexts('username'),
      });
      return username;
    },
  };
}
