import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Running } from '../end-to-end/process.ts';
import { postgresServer } from '../fixtures/postgres.ts';
import { redisServer } from '../fixtures/redis.ts';
import type { SharedServer } from '../fixtures/shared-server.ts';
import { endBot, settingsFor } from './bot.ts';
import { judgeRound } from './judge-round.ts';
import { measureRates, watchStalls } from './measure-rates.ts';
import { createRandom, type Random, readSeed } from './random.ts';
import { readReference } from './reference.ts';
import { beginRound, type Round } from './round.ts';
import { pastSlot } from './subscribe.ts';

const TROUBLES = Number(process.env['FAULTS_INSTANCE_TROUBLES'] ?? 16);
const EDITIONS = Number(process.env['FAULTS_INSTANCE_EDITIONS'] ?? 64);
/** How many bots there are, one run for each. */
const INSTANCES = (process.env['FAULTS_INSTANCES'] ?? '2').split(',').map(Number);
/** The mean time between two troubles. */
const EVERY_MS = Number(process.env['FAULTS_INSTANCE_EVERY_MS'] ?? 2000);
/** So long the answer takes after the message is shown: that many more die in between. */
const ANSWER_MS = 15;
/** The share of cut connections; the others are kills. */
const CUTS = 0.4;

interface Happened {
  kills: number[];
  cuts: number;
}

function slowDown({ platforms }: Round): void {
  const slow = { times: Number.POSITIVE_INFINITY, action: { kind: 'delay', ms: ANSWER_MS, phase: 'after' } } as const;
  for (const on of ['sendMessage', 'sendPhoto']) platforms.telegram.fault({ on, ...slow });
  for (const on of ['messages', 'threads'])
    platforms.discord.fault({ on: `POST /channels/{channel_id}/${on}`, ...slow });
}

/** Kills bots and starts them again, and cuts their connections to the database, at random moments. */
async function trouble(
  bots: Running[],
  start: (at: number) => Running,
  { random, isDone, cut }: { random: Random; cut(): Promise<number> } & Pick<Round, 'isDone'>,
) {
  const happened: Happened = { kills: [], cuts: 0 };
  for (let times = 0; times < TROUBLES && !(await isDone()); times += 1) {
    await sleep(EVERY_MS / 4 + random.below(EVERY_MS * 1.5));
    const bot = random.pick(bots);
    if (bot.child.exitCode !== null) throw new Error(`A bot ended by itself: ${(await bot.ended).err}`);
    // There is at least one of each.
    if (times < 2 ? times === 1 : random.next() < CUTS) {
      happened.cuts += await cut();
    } else {
      happened.kills.push(Date.now());
      bot.child.kill('SIGKILL');
      await bot.ended;
      const at = bots.indexOf(bot);
      bots[at] = start(at);
    }
  }
  return happened;
}

/** Lets bots send the same editions, and judges what arrived. How fast it did is printed only: a bot that stands still for a moment sends in a bunch what it had counted apart. */
async function judgeInstances({ scheme, create, forProcess, cut }: SharedServer, count: number): Promise<void> {
  const slot = pastSlot(new Date());
  const random = createRandom(readSeed());
  const reference = await readReference(slot);
  const url = await create();
  const addresses = await Promise.all(Array.from({ length: count }, () => forProcess(url)));
  const round = await beginRound({ spots: EDITIONS, slot, database: { scheme, url } });
  slowDown(round);
  const { stalls, stop } = watchStalls();
  const start = (at: number) =>
    round.place.start([], { ...settingsFor(round.platforms), STORE_URL: addresses[at] ?? url });
  const bots = addresses.map((_, at) => start(at));
  const { kills, cuts } = await trouble(bots, start, { isDone: round.isDone, cut: () => cut(url), random });
  await round.done();
  stop();
  const ended = await Promise.all(bots.map(endBot));
  // One that has only just begun is ended by the signal itself.
  expect(ended.filter(({ code }) => code !== 0 && code !== null)).toEqual([]);
  const { wrong, doubled, violations } = await judgeRound(round, reference, kills);
  const rates = measureRates(round.platforms, { stalls, kills });
  const counts = {
    editions: EDITIONS,
    kills: kills.length,
    cuts,
    doubled,
    wrong: wrong.length,
    first: wrong.slice(0, 3),
  };
  console.log(JSON.stringify({ store: scheme, bots: count, ...counts, rates }));
  await round.end();
  expect([wrong, violations]).toEqual([[], []]);
  expect([kills.length > 0, cuts > 0]).toEqual([true, true]);
}

describe.each([postgresServer, redisServer])('bots on one server ($scheme)', (server) => {
  server.skipWithout();

  it.each(INSTANCES)(
    'lose no edition and repeat no confirmed part, though %d are killed and cut off again and again',
    async (count) => {
      await expect(judgeInstances(server, count)).resolves.toBeUndefined();
    },
  );
});
