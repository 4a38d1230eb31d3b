import { z } from 'zod';
import { defineSettings, webAddress } from '../../src/config.ts';
import type { ProxySettings } from '../shared/proxy.ts';

/** As @BotFather issues it: https://core.telegram.org/bots/features#botfather */
const TOKEN = /^\d{3,}:[\w-]{20,}$/;
const DEFAULT_API_ROOT = 'https://api.telegram.org';
const WEBHOOK_EXAMPLE = 'https://bot.example.org/telegram';
const PORTS: ReadonlySet<string> = new Set(['', '80', '88', '8443']);
const RESERVED = /^\/(?:healthz|readyz|metrics)$/;

/** How to reach the Bot API, and as which bot. */
export interface TelegramSettings {
  token: string;
  apiRoot: string;
  /** Where Telegram sends updates; without it, the bot polls. */
  webhookUrl?: string | undefined;
  proxy?: ProxySettings | undefined;
}

const variables = z.looseObject({
  TELEGRAM_TOKEN: z
    .string()
    .regex(TOKEN, 'is not a valid Telegram bot token. Copy it from @BotFather: digits, a colon and some 35 letters.')
    .optional(),
  TELEGRAM_API_ROOT: webAddress(DEFAULT_API_ROOT).default(DEFAULT_API_ROOT),
  TELEGRAM_WEBHOOK_URL: webAddress(WEBHOOK_EXAMPLE).optional(),
});

type Variables = z.output<typeof variables>;

/** The settings of Telegram; undefined without a token. */
export const telegramSettings = defineSettings(
  variables.superRefine((given, context) => {
    const message = webhookProblem(given);
    if (message !== undefined) context.addIssue({ code: 'custom', path: ['TELEGRAM_WEBHOOK_URL'], message });
  }),
  ({
    TELEGRAM_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_WEBHOOK_URL: webhookUrl,
  }): TelegramSettings | undefined =>
    token === undefined ? undefined : { token, apiRoot, ...(webhookUrl !== undefined && { webhookUrl }) },
);

/** https://core.telegram.org/bots/api#setwebhook */
function webhookProblem(given: Variables): string | undefined {
  const url = URL.parse(given.TELEGRAM_WEBHOOK_URL ?? '');
  if (url === null) return undefined;
  const port = given['HTTP_PORT'];
  if (port === undefined || port === '0') return 'needs HTTP_PORT, where the updates arrive. Set both.';
  if (url.pathname === '/' || RESERVED.test(url.pathname))
    return `needs a path of its own, such as ${WEBHOOK_EXAMPLE}.`;
  // A Bot API server of one's own takes any address.
  if (given.TELEGRAM_API_ROOT !== DEFAULT_API_ROOT) return undefined;
  if (url.protocol !== 'https:') return `must begin with https://, such as ${WEBHOOK_EXAMPLE}.`;
  return PORTS.has(url.port) ? undefined : 'has a port that Telegram does not use. Use 443, 80, 88 or 8443.';
}
