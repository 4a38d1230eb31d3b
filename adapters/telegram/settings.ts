import { z } from 'zod';
import { defineSettings, webAddress } from '../../src/config.ts';
import type { ProxySettings } from '../proxy.ts';

/** As @BotFather issues it: https://core.telegram.org/bots/features#botfather */
const TOKEN = /^\d{3,}:[\w-]{20,}$/;
const DEFAULT_API_ROOT = 'https://api.telegram.org';

/** How to reach the Bot API, and as which bot. */
export interface TelegramSettings {
  token: string;
  apiRoot: string;
  proxy?: ProxySettings | undefined;
}

/** The settings of Telegram; undefined without a token. */
export const telegramSettings = defineSettings(
  z.object({
    TELEGRAM_TOKEN: z
      .string()
      .regex(TOKEN, 'is not a valid Telegram bot token. Copy it from @BotFather: digits, a colon and some 35 letters.')
      .optional(),
    TELEGRAM_API_ROOT: webAddress(DEFAULT_API_ROOT).default(DEFAULT_API_ROOT),
  }),
  ({ TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: apiRoot }): TelegramSettings | undefined =>
    token === undefined ? undefined : { token, apiRoot },
);
