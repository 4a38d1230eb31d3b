import { z } from 'zod';
import { defineSettings, webAddress } from '../../src/config.ts';
import type { ProxySettings } from '../proxy.ts';

/** Three pieces with dots between them: https://discord.com/developers/docs/reference#authentication */
const TOKEN = /^[\w-]{18,}\.[\w-]{5,}\.[\w-]{20,}$/;
const DEFAULT_API = 'https://discord.com/api';

export interface DiscordSettings {
  token: string;
  /** The address of the API, without a version or a slash at the end. */
  api: string;
  proxy?: ProxySettings | undefined;
}

/** Undefined without a token. */
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
