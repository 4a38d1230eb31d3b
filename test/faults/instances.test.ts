import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Running } from '../end-to-end/process.ts';
import { queryPostgres, skipWithoutPostgres, temporarySchema } from '../fixtures/postgres.ts';
import { cutConnections, skipWithoutRedis, temporaryStore, withLibrary } from '../fixtures/redis.ts';
import { endBot, settingsFor } from './bot.ts';
import { judgeRound } from './judge-round.ts';
import { createRandom, type Random, readSeed } from './random.ts';
import { readReference } from './reference.ts';
import { beginRound, type Round } from './round.ts';
import { pastSlot } from './subscribe.ts';

const TROUBLES = Number(process.env['FAULTS_INSTANCE_TROUBLES'] ?? 16);
const SPOTS = 64;
/** So long the answer takes after the message is shown: that many more die in between. */
const ANSWER_MS = 15;
const [PAUSE_MS, MORE_PAUSE_MS] = [500, 3000];
/** The share of cut connections; the others are kills. */
const CUTS = 0.4;
/** The names of the bots' connections. */
const BOTS = 'gazette_faults';

/** A database that two bots share. */
interface Shared {
  scheme: 'postgres' | 'redis';
  url: string;
  /** The address for each of the bots. */
  addresses: readonly [string, string];
  /** Cuts the connections of the bots; returns how many there were. */
  cut(): Promise<number>;
}

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

async function sharePostgres(): Promise<Shared> {
  const url = await temporarySchema();
  const named = new URL(url);
  named.searchParams.set('application_name', BOTS);
  const sql = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${BOTS}'`;
  return {
    scheme: 'postgres',
    url,
    addresses: [named.href, named.href],
    cut: async () => (await queryPostgres(sql)).length,
  };
}

async function shareRedis(): Promise<Shared> {
  const url = await temporaryStore();
  return {
    scheme: 'redis',
    url,
    addresses: [await withLibrary(url), await withLibrary(url)],
    cut: () => cutConnections(url),
  };
}

/** Kills bots and starts them again, and cuts their connections to the database, at random moments. */
async function trouble(
  bots: Running[],
  start: (at: number) => Running,
  { random, isDone, cut }: { random: Random } & Pick<Round, 'isDone'> & Pick<Shared, 'cut'>,
) {
  const happened: Happened = { kills: [], cuts: 0 };
  for (let times = 0; times < TROUBLES && !(await isDone()); times += 1) {
    await sleep(PAUSE_MS + random.below(MORE_PAUSE_MS));
    const bot = random.pick(bots);
    if (bot.child.exitCode !== null) throw new Error(`A bot ended by itself: ${(await bot.ended).err}`);
    if (random.next() < CUTS) {
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

/** Lets two bots send the same editions, and judges what arrived. */
async function judgeInstances(share: () => Promise<Shared>): Promise<void> {
  const slot = pastSlot(new Date());
  const random = createRandom(readSeed());
  const reference = await readReference(slot);
  const database = await share();
  const round = await beginRound({ spots: SPOTS, slot, database });
  slowDown(round);
  const start = (at: number) =>
    round.place.start([], { ...settingsFor(round.platforms), STORE_URL: database.addresses[at] ?? database.url });
  const bots = [start(0), start(1)];
  const { kills, cuts } = await trouble(bots, start, { ...round, ...database, random });
  await round.done();
  const ended = await Promise.all(bots.map(endBot));
  // One that has only just begun is ended by the signal itself.
  expect(ended.filter(({ code }) => code !== 0 && code !== null)).toEqual([]);
  const { wrong, doubled, violations } = await judgeRound(round, reference, kills);
  console.log(JSON.stringify({ editions: SPOTS, kills: kills.length, cuts, doubled, wrong: wrong.length }));
  await round.end();
  expect([wrong, violations]).toEqual([[], []]);
  expect([kills.length > 0, cuts > 0]).toEqual([true, true]);
}

describe('two bots on one PostgreSQL database', () => {
  skipWithoutPostgres();

  it('lose no edition and repeat no confirmed part, though they are killed and cut off again and again', async () => {
    await expect(judgeInstances(sharePostgres)).resolves.toBeUndefined();
  });
});

describe('two bots on one Redis server', () => {
  skipWithoutRedis();

  it('lose no edition and repeat no confirmed part, though they are killed and cut off again and again', async () => {
    await expect(judgeInstances(shareRedis)).resolves.toBeUndefined();
  });
});
