import { z } from 'zod';
import { defineSettings } from '../src/config.ts';
import type { FollowPolicy } from '../src/following/follow-policy.ts';
import { intervalSetting } from '../src/interval-setting.ts';

/** What is collected, how often, and who may add to it. */
export interface FollowingSettings extends FollowPolicy {
  /** The addresses of feeds, or of pages that have one. */
  feeds: readonly string[];
  /** The shortest pause between two readings of a feed, in milliseconds. */
  everyMs: number;
}

/** The settings of following. */
export const followingSettings = defineSettings(
  z.object({
    FEEDS: z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter((address) => address !== ''))
      .refine(
        (addresses) => addresses.every((address) => /^https?:$/.test(URL.parse(address)?.protocol ?? '')),
        'is not a list of http(s) addresses with commas between, such as https://example.org/feed.xml,https://example.com.',
      )
      .default([]),
    FEEDS_EVERY: intervalSetting({ from: '10s', to: '24h', default: '5m' }),
    FOLLOW: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['admins', 'operators', 'off'], 'is not admins, operators or off.'))
      .default('admins'),
    OPERATORS: z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
      .refine(
        (ids) => ids.every((id) => /^[a-z]+:[^:\s]+$/.test(id)),
        'is not a list of people with commas between, such as telegram:123456789,discord:987654321.',
      )
      .default([]),
  }),
  ({ FEEDS: feeds, FEEDS_EVERY: everyMs, FOLLOW: who, OPERATORS: operators }): FollowingSettings => ({
    feeds,
    everyMs,
    who,
    operators: new Set(operators),
  }),
);
