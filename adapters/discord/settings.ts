import { z } from 'zod';
import { defineSettings, webAddress } from '../../src/config.ts';
import type { ProxySettings } from '../shared/proxy.ts';

/** Three pieces with dots between them: https://discord.com/developers/docs/reference#authentication */
const TOKEN = /^[\w-]{18,}\.[\w-]{5,}\.[\w-]{20,}$/;
const DEFAULT_API = 'https://discord.com/api';

export interface DiscordSettings {
  token: string;
  /** The address of the API, without a version or a slash at the end. */
  api: string;
  /** How many shards the bot has in all, and which of them this process serves; all, without `ids`. One by default. */
  shards?: { count: number | 'auto'; ids?: readonly number[] };
  proxy?: ProxySettings | undefined;
}

const variables = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      TOKEN,
      'is not a valid Discord bot token. Copy it from discord.com/developers (Bot, Reset Token): three pieces with dots between them.',
    )
    .optional(),
  DISCORD_API_URL: webAddress(DEFAULT_API).default(DEFAULT_API),
  DISCORD_SHARDS: z.string().transform(toCount).optional(),
  DISCORD_SHARD_IDS: z.string().transform(toIds).optional(),
});

/** Undefined without a token. */
export const discordSettings = defineSettings(
  variables.superRefine(({ DISCORD_SHARDS: count, DISCORD_SHARD_IDS: ids }, context) => {
    if (ids === undefined || (typeof count === 'number' && ids.every((id) => id < count))) return;
    const message =
      typeof count === 'number'
        ? `has a shard that does not exist: with DISCORD_SHARDS=${count} they are 0 to ${count - 1}.`
        : 'needs DISCORD_SHARDS with the number of all shards, the same in every process.';
    context.addIssue({ code: 'custom', path: ['DISCORD_SHARD_IDS'], message });
  }),
  ({ DISCORD_TOKEN: token, DISCORD_API_URL: url, DISCORD_SHARDS: count, DISCORD_SHARD_IDS: ids }) => {
    if (token === undefined) return undefined;
    const shards = count !== undefined && { shards: { count, ...(ids !== undefined && { ids }) } };
    const settings: DiscordSettings = { token, api: url.replace(/(?:\/v\d+)?\/*$/u, ''), ...shards };
    return settings;
  },
);

function toCount(typed: string, context: z.RefinementCtx): number | 'auto' {
  if (typed.toLowerCase() === 'auto') return 'auto';
  const count = /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : undefined;
  if (count !== undefined) return count;
  context.addIssue({ code: 'custom', message: 'is not a number of shards. Use auto, or a number from 1 to 9999.' });
  return z.NEVER;
}

function toIds(typed: string, context: z.RefinementCtx): readonly number[] {
  const ids = typed.split(',').map(toRange);
  if (!ids.includes(undefined)) return [...new Set(ids.flatMap((range) => range ?? []))].sort((a, b) => a - b);
  context.addIssue({ code: 'custom', message: 'is not a list of shards. Use numbers or ranges, such as 0-3,8.' });
  return z.NEVER;
}

function toRange(typed: string): number[] | undefined {
  const [, first = '', last = first] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(typed.trim()) ?? [];
  const length = Number(last) - Number(first) + 1;
  return first === '' || length < 1 ? undefined : Array.from({ length }, (_, at) => Number(first) + at);
}
