import type { Probe } from '../shared/platform.ts';
import { withTexts } from './answer-shapes.ts';
import type { DiscordSettings } from './settings.ts';

/** Asks Discord who the bot is. Loads discord.js, which takes a while, only when it is needed. */
export function probeDiscord(settings: DiscordSettings): Probe {
  return {
    name: 'Discord',
    async ask() {
      const [{ createClient }, { invitationOf }] = await Promise.all([
        import('./client.ts'),
        import('./invitation.ts'),
      ]);
      const client = createClient(settings);
      const { id, username } = await client.call<{ id: string; username: string }>({
        method: 'GET',
        route: '/users/@me',
        expects: withTexts('id', 'username'),
      });
      return { name: username, invitation: invitationOf(id) };
    },
  };
}
