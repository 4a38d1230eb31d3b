import { setTimeout as sleep } from 'node:timers/promises';
import type { Place, Running } from '../end-to-end/process.ts';
import type { Platforms } from './places.ts';
import type { Random } from './random.ts';

/** The settings of the real bot for emulated platforms, with its state beside its snapshots. */
export function settingsFor({ telegram, discord }: Platforms): Record<string, string> {
  return {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    STORE_URL: 'sqlite:state.sqlite',
    DEFAULT_LANGUAGE: 'en',
    LOG_LEVEL: 'error',
  };
}

/** Ends a bot as a person does, and gives what it said of errors. */
export async function endBot({ child, ended }: Running): Promise<{ err: string; code: number | null }> {
  child.kill('SIGTERM');
  return await ended;
}

interface KillOptions {
  place: Place;
  platforms: Platforms;
  random: Random;
  /** How many times at most. */
  most: number;
  /** Whether all is done, so that there is nothing to interrupt any more. */
  isDone(): Promise<boolean>;
}

const LOOK_MS = 30;
/** Some die while they start, most while they send. */
const EARLY = 0.15;
const EARLY_MS = 700;
const SENDING_MS = 800;

/** Starts the bot, kills it at a random moment, and starts it again, until it was killed so often or is done; when it was killed. */
export async function killAgainAndAgain({ place, platforms, random, most, isDone }: KillOptions): Promise<number[]> {
  const kills: number[] = [];
  const sent = () =>
    platforms.telegram.calls().filter(({ method }) => method.startsWith('send')).length +
    platforms.discord.calls('POST /channels/{channel_id}/messages').length;
  while (kills.length < most && !(await isDone())) {
    const bot = place.start([], settingsFor(platforms));
    const before = sent();
    if (random.next() < EARLY) await sleep(random.below(EARLY_MS));
    else {
      while (sent() === before && bot.child.exitCode === null && !(await isDone())) await sleep(LOOK_MS);
      await sleep(random.below(SENDING_MS));
    }
    if (bot.child.exitCode !== null) throw new Error(`The bot ended by itself: ${(await bot.ended).err}`);
    kills.push(Date.now());
    bot.child.kill('SIGKILL');
    await bot.ended;
  }
  return kills;
}
