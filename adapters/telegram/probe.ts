import type { Probe } from '../platform.ts';
import { createClient } from './client.ts';
import { invitationOf } from './deep-link.ts';
import type { TelegramSettings } from './settings.ts';

/** Asks Telegram who the bot is. */
export function probeTelegram(settings: TelegramSettings): Probe {
  return {
    name: 'Telegram',
    async ask() {
      const { username } = await createClient(settings).call<{ username: string }>('getMe', {});
      return { name: `@${username}`, invitation: invitationOf(username) };
    },
  };
}
