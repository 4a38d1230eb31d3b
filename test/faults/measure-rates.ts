import { RATE_LIMITS as DISCORD } from '../../adapters/discord/rate-limits.ts';
import { RATE_LIMITS as TELEGRAM } from '../../adapters/telegram/rate-limits.ts';
import type { Platforms } from './places.ts';

const SECOND_MS = 1000;
/** How long a kill disturbs: the share is freed, the others ask for it, and the next bot starts. */
const AFTER_KILL_MS = 6000;
/** The bots start in the first seconds, and in the last ones few chats are left, which have limits of their own. */
const IN_FULL_SWING = [0.05, 0.9] as const;

interface Rate {
  /** How many requests the platform permits in a second. */
  most: number;
  /** How many arrived in the busiest second. */
  busiest: number;
  /** The share of the limit that was used on average, and without the time after kills. */
  used: number;
  usedUndisturbed: number;
}

/** A span of time, in milliseconds since 1970. */
interface Span {
  from: number;
  until: number;
}

/** How many messages arrived at the platforms, against what a bot may send; kills are when a bot was killed. */
export function measureRates(
  { telegram, discord }: Platforms,
  kills: readonly number[],
): { telegram: Rate; discord: Rate } {
  const toTelegram = telegram.calls().filter(({ method }) => method.startsWith('send'));
  return {
    telegram: measure(toTelegram, TELEGRAM.all.most, kills),
    discord: measure(discord.calls(), DISCORD.all.most + 1, kills),
  };
}

function measure(calls: readonly { at: number }[], most: number, kills: readonly number[]): Rate {
  const times = calls.map(({ at }) => at).toSorted((a, b) => a - b);
  const swing = times.slice(...IN_FULL_SWING.map((share) => Math.floor(share * times.length)));
  const whole = { from: swing[0] ?? 0, until: swing.at(-1) ?? 0 };
  const calm = calmSpans(whole, kills);
  return {
    most,
    busiest: busiestSecond(times),
    used: usedOf([whole], times, most),
    usedUndisturbed: usedOf(calm, times, most),
  };
}

/** What is left of a span without the time after kills. */
function calmSpans({ from, until }: Span, kills: readonly number[]): Span[] {
  const starts = [from, ...kills.map((kill) => kill + AFTER_KILL_MS)];
  const ends = [...kills, until];
  return ends.map((end, at) => ({ from: Math.max(from, starts[at] ?? from), until: Math.min(end, until) }));
}

function usedOf(spans: readonly Span[], times: readonly number[], most: number): number {
  const real = spans.filter(({ from, until }) => until - from > SECOND_MS);
  const seconds = real.reduce((sum, { from, until }) => sum + (until - from) / SECOND_MS, 0);
  const sent = times.filter((time) => real.some(({ from, until }) => from <= time && time < until)).length;
  return Math.round((100 * sent) / (seconds * most)) / 100;
}

/** The most of these times, in order, within any second. */
function busiestSecond(times: readonly number[]): number {
  let first = 0;
  return times.reduce((most, time, at) => {
    while ((times[first] ?? time) <= time - SECOND_MS) first += 1;
    return Math.max(most, at - first + 1);
  }, 0);
}
