import { RATE_LIMITS as DISCORD } from '../../adapters/discord/rate-limits.ts';
import { RATE_LIMITS as TELEGRAM } from '../../adapters/telegram/rate-limits.ts';
import type { Platforms } from './places.ts';

const SECOND_MS = 1000;
/** The bots start in the first seconds, and in the last ones few chats are left, which have limits of their own. */
const IN_FULL_SWING = [0.05, 0.9] as const;

interface Rate {
  /** How many requests the platform permits in a second. */
  most: number;
  /** How many arrived in the busiest second. */
  busiest: number;
  /** The share of the limit that was used on average. */
  used: number;
}

/** How many messages arrived at the platforms, against what a bot may send. */
export function measureRates({ telegram, discord }: Platforms): { telegram: Rate; discord: Rate } {
  const toTelegram = telegram.calls().filter(({ method }) => method.startsWith('send'));
  const toDiscord = ['messages', 'threads'].flatMap((kind) => discord.calls(`POST /channels/{channel_id}/${kind}`));
  return { telegram: measure(toTelegram, TELEGRAM.all.most), discord: measure(toDiscord, DISCORD.all.most + 1) };
}

function measure(calls: readonly { at: number }[], most: number): Rate {
  const times = calls.map(({ at }) => at).toSorted((a, b) => a - b);
  const swing = times.slice(...IN_FULL_SWING.map((share) => Math.floor(share * times.length)));
  const seconds = ((swing.at(-1) ?? 0) - (swing[0] ?? 0)) / SECOND_MS;
  return { most, busiest: busiestSecond(times), used: Math.round((100 * swing.length) / (seconds * most)) / 100 };
}

/** The most of these times, in order, within any second. */
function busiestSecond(times: readonly number[]): number {
  let from = 0;
  return times.reduce((most, time, at) => {
    while ((times[from] ?? time) <= time - SECOND_MS) from += 1;
    return Math.max(most, at - from + 1);
  }, 0);
}
