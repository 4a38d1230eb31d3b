import { z } from 'zod';
import { defineSettings, webAddress } from '../../src/config.ts';

/** As the developer portal issues it, in three pieces: https://discord.com/developers/docs/reference#authentication */
const TOKEN = /^[\w-]{18,}\.[\w-]{5,}\.[\w-]{20,}$/;
const DEFAULT_API = 'https://discord.com/api';

/** How to reach Discord's API, and as which bot. */
export interface DiscordSettings {
  token: string;
  /** Without a version and a slash at its end. */
  api: string;
}

/** The settings of Discord; undefined without a token. */
export const discordSettings = defineSettings(
  z.object({
    DISCORD_TOKEN: z
      .string()
      .regex(
        TOKEN,
        'is not a valid Discord bot token. Copy it from discord.com/developers (Bot, Reset Token): three pieces with dots between them.',
      )
      .optional(),
    DISCORD_API_URL: webAddress(DEFAULT_API).default(DEFAULT_API),
  }),
  ({ DISCORD_TOKEN: token, DISCORD_API_URL: url }): DiscordSettings | undefined =>
    token === undefined ? undefined : { token, api: url.replace(/(?:\/v\d+)?\/*$/u, '') },
);
