import type { Address } from '../../src/subscription/address.ts';
import { type DiscordEmulator, startDiscord } from '../../test/emulators/discord/discord.ts';
import { startTelegram, type TelegramEmulator } from '../../test/emulators/telegram/telegram.ts';

/** Platform emulators that enforce rate limits. */
export interface StrictPlatforms {
  telegram: TelegramEmulator;
  discord: DiscordEmulator;
}

/** The rate limit of each platform, in requests per second. */
export const ALLOWED = { telegram: 30, discord: 50 } as const;

const DISCORD_TOKEN = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';

/** Starts both, with the limits of the real platforms. */
export async function startStrict(): Promise<StrictPlatforms> {
  const telegram = await startTelegram({
    rates: {
      global: { limit: ALLOWED.telegram, perMs: 1000 },
      private: { limit: 1, perMs: 1000 },
      group: { limit: 20, perMs: 60_000 },
    },
  });
  const routes = { 'POST /channels/{channel_id}/messages': { limit: 5, perMs: 5000 } };
  const discord = await startDiscord({ token: DISCORD_TOKEN, rates: { perSecond: ALLOWED.discord, routes } });
  return { telegram, discord };
}

/** Adds `each` users on Telegram and `each` channels on Discord. */
export function addChats({ telegram, discord }: StrictPlatforms, each: number): Address[] {
  const guild = discord.addGuild({ members: [discord.addUser()] });
  return Array.from({ length: each }, () => [
    { platform: 'telegram', chat: String(telegram.addUser().id) },
    { platform: 'discord', chat: discord.addChannel(guild).id, server: guild.id },
  ]).flat();
}
