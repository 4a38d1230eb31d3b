import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MAIN, type Running } from '../end-to-end/process.ts';
import { settingsFor } from './bot.ts';
import { jumpingClock } from './clock-jumps.ts';
import { compareSpot } from './compare-spot.ts';
import { damageState, endDelays } from './damage-state.ts';
import { strayPosts } from './judge.ts';
import { pickMishap } from './mishaps.ts';
import { createRandom, type Random, readSeed } from './random.ts';
import { type Reference, readReference } from './reference.ts';
import { beginRound, type Round } from './round.ts';
import { pastSlot } from './subscribe.ts';
import { startUnreliableProxy, type UnreliableProxy } from './unreliable-proxy.ts';

const SECONDS = Number(process.env['FAULTS_CHAOS_SECONDS'] ?? 150);
const SPOTS = 80;
const RUNS = 8;
/** How many requests go wrong. */
const SHARE = 0.15;
/** Some die while they start, most after a number of requests. */
const EARLY = 0.15;
const EARLY_MS = 1000;
const MOST_REQUESTS = 200;
/** A bot that is done makes none for long, and one on a full disk may never make any. */
const LONGEST_SILENCE_MS = 15_000;
/** How large a file of a full disk may become, in KiB: far less than what a run writes. */
const FULL_DISK_KIB = 64;
const LOOK_MS = 200;
const PATIENCE_MS = 120_000;
/** With fewer mishaps nothing is shown: rounds go on until there were so many. */
const FEWEST_MISHAPS = 200;
/** What a right clock never notes: a round is over sooner. */
const MISTIMED_MS = 15 * 60_000;

/** A round whose platforms are behind proxies, and how much of what is asked of them goes wrong. */
interface Trouble {
  round: Round;
  random: Random;
  proxies: readonly UnreliableProxy[];
  settings: Readonly<Record<string, string>>;
  setShare(share: number): void;
}

async function beginTrouble(random: Random, slot: Date): Promise<Trouble> {
  const round = await beginRound({ spots: SPOTS, slot });
  const { telegram, discord } = round.platforms;
  let share = SHARE;
  const next = (platform: 'telegram' | 'discord') => () =>
    random.next() < share ? pickMishap(platform, random) : undefined;
  const [forTelegram, forDiscord] = [
    await startUnreliableProxy(telegram.apiRoot, next('telegram')),
    await startUnreliableProxy(discord.api, next('discord')),
  ];
  const settings = {
    ...settingsFor(round.platforms),
    TELEGRAM_API_ROOT: forTelegram.address,
    DISCORD_API_URL: forDiscord.address,
  };
  return {
    ...{ round, random, settings, proxies: [forTelegram, forDiscord] },
    setShare(changed) {
      share = changed;
    },
  };
}

/** Starts the bot with a clock that jumps, on a disk that is as good as full if `isFull`. */
function startBot({ round: { place }, settings, random }: Trouble, isFull: boolean): Running {
  const env = { ...settings, ...jumpingClock(random) };
  if (!isFull) return place.start([], env);
  const limited = `ulimit -f ${FULL_DISK_KIB} && exec "$0" "$@"`;
  return place.startOther('bash', ['-c', limited, process.execPath, MAIN], env);
}

/** Waits until the bot has made so many requests, has ended, or makes no more; for the first one for so long. */
async function waitForRequests(
  { proxies }: Trouble,
  { child }: Running,
  { count, firstMs = PATIENCE_MS }: { count: number; firstMs?: number },
): Promise<void> {
  const made = () => proxies.reduce((sum, proxy) => sum + proxy.requests(), 0);
  const until = made() + count;
  let heard = { requests: made(), silentAt: Date.now() + firstMs };
  while (heard.requests < until && child.exitCode === null && Date.now() < heard.silentAt) {
    await sleep(LOOK_MS);
    if (made() > heard.requests) heard = { requests: made(), silentAt: Date.now() + LONGEST_SILENCE_MS };
  }
}

/** Runs the bot for a random time and kills it, with damage to its state and a full disk now and then. */
async function runAndKill(trouble: Trouble, number: number): Promise<string[]> {
  const { round, random } = trouble;
  const state = join(round.place.folder, 'state.sqlite');
  for (let times = Math.floor(random.below(3)); times > 0; times -= 1) damageState(state, 10 * number + times, random);
  endDelays(state);
  const isFull = random.next() < 0.25;
  const bot = startBot(trouble, isFull);
  if (random.next() < EARLY) await sleep(random.below(EARLY_MS));
  else {
    const count = 10 + random.below(MOST_REQUESTS);
    await waitForRequests(trouble, bot, { count, ...(isFull && { firstMs: LONGEST_SILENCE_MS }) });
  }
  const endedAlone = bot.child.exitCode !== null;
  bot.child.kill('SIGKILL');
  const { err } = await bot.ended;
  return endedAlone && !isFull ? [`The bot ended by itself: ${err.slice(-1000)}`] : [];
}

/** Waits until every edition has ended, and resends those that were given up, as their chats would. */
async function finish({ round: { state, editions, place } }: Trouble): Promise<number> {
  let resent = 0;
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const deliveries = await Promise.all(editions.map((id) => state.deliveries.get(id)));
    if (deliveries.every((one) => one !== undefined && 'outcome' in one && one.outcome === 'sent')) return resent;
    if (Date.now() > until) return resent;
    for (const one of deliveries) {
      if (one !== undefined && 'outcome' in one && (await state.deliveries.resend(one.edition.id, new Date())))
        resent += 1;
    }
    endDelays(join(place.folder, 'state.sqlite'));
    await sleep(LOOK_MS);
  }
}

/** What is wrong with the answers to people, now that all is well again. */
async function askBoth({ round: { platforms } }: Trouble): Promise<string[]> {
  const { telegram, discord } = platforms;
  const ann = telegram.addUser();
  telegram.say(ann, ann.id, '/help');
  const ben = discord.addUser();
  const general = discord.addChannel(discord.addGuild({ members: [ben] }));
  const isMuteOn = {
    telegram: () => telegram.botMessages(ann.id).length === 0,
    discord: () => discord.messages(general, ben).length === 0,
  };
  const until = Date.now() + PATIENCE_MS;
  while (discord.commands().length === 0 && Date.now() < until) await sleep(LOOK_MS);
  discord.command(ben, general, 'help');
  while (Object.values(isMuteOn).some((isMute) => isMute()) && Date.now() < until) await sleep(LOOK_MS);
  return Object.entries(isMuteOn).flatMap(([name, isMute]) => (isMute() ? [`No answer on ${name}`] : []));
}

async function compare({ round: { spots, editions, state } }: Trouble, reference: Reference) {
  const deliveries = await Promise.all(editions.map((id) => state.deliveries.get(id)));
  const wrong = spots.flatMap((spot, at) => compareSpot(spot, deliveries[at], reference[spot.kind]));
  const times = deliveries.flatMap((one) => (one && 'endedAt' in one ? [one.addedAt, one.endedAt] : []));
  const mistimed = times.filter((time) => Math.abs(Date.parse(time) - Date.now()) > MISTIMED_MS).length;
  return { wrong: [...wrong, ...strayPosts(spots, deliveries)], mistimed };
}

async function end({ round, proxies }: Trouble): Promise<void> {
  await Promise.all(proxies.map((proxy) => proxy.stop()));
  await round.end();
}

/** One round: many short runs in trouble, then a long one during which the trouble ends. */
async function runRound(random: Random, slot: Date, reference: Reference) {
  const trouble = await beginTrouble(random, slot);
  const wrong: string[] = [];
  for (let number = 0; number < RUNS; number += 1) wrong.push(...(await runAndKill(trouble, number)));
  const bot = startBot(trouble, false);
  onTestFinished(() => void bot.child.kill('SIGKILL'));
  await waitForRequests(trouble, bot, { count: MOST_REQUESTS });
  trouble.setShare(0);
  const resent = await finish(trouble);
  wrong.push(...(await askBoth(trouble)));
  bot.child.kill('SIGTERM');
  const { code, err } = await bot.ended;
  if (code !== 0) wrong.push(`The bot ended with ${code}: ${err.slice(-1000)}`);
  const compared = await compare(trouble, reference);
  const mishaps = trouble.proxies.reduce((sum, proxy) => sum + proxy.mishaps(), 0);
  await end(trouble);
  return { resent, mishaps, mistimed: compared.mistimed, wrong: [...wrong, ...compared.wrong] };
}

describe('a bot in all kinds of trouble at once', () => {
  it('loses nothing, repeats no confirmed part, doubles nothing on Discord, and serves everyone in the end', async () => {
    const random = createRandom(readSeed());
    const slot = pastSlot(new Date());
    const reference = await readReference(slot);
    const until = Date.now() + SECONDS * 1000;
    const wrong: string[] = [];
    let mishaps = 0;
    do {
      const round = await runRound(random, slot, reference);
      console.log(JSON.stringify({ ...round, kills: RUNS, editions: SPOTS, wrong: round.wrong.length }));
      wrong.push(...round.wrong);
      expect(round.mishaps).toBeGreaterThan(0);
      mishaps += round.mishaps;
      expect(round.mistimed).toBeGreaterThan(0);
    } while (mishaps < FEWEST_MISHAPS || Date.now() < until);
    expect(wrong).toEqual([]);
  });
});
