import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { postgresServer } from '../fixtures/postgres.ts';
import { redisServer } from '../fixtures/redis.ts';
import type { SharedServer } from '../fixtures/shared-server.ts';
import { settingsFor } from './bot.ts';
import { startFleet } from './fleet.ts';
import { judgeRound } from './judge-round.ts';
import { measureRates } from './measure-rates.ts';
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

function slowDown({ platforms }: Round): void {
  const slow = { times: Number.POSITIVE_INFINITY, action: { kind: 'delay', ms: ANSWER_MS, phase: 'after' } } as const;
  for (const on of ['sendMessage', 'sendPhoto']) platforms.telegram.fault({ on, ...slow });
  for (const on of ['messages', 'threads'])
    platforms.discord.fault({ on: `POST /channels/{channel_id}/${on}`, ...slow });
}

/** Kills bots and starts them again, and cuts their connections to the database, at random moments. Returns how many it cut. */
async function trouble(
  fleet: ReturnType<typeof startFleet>,
  { random, isDone, cut }: { random: Random; cut(): Promise<number> } & Pick<Round, 'isDone'>,
): Promise<number> {
  let cuts = 0;
  for (let times = 0; times < TROUBLES && !(await isDone()); times += 1) {
    await sleep(EVERY_MS / 4 + random.below(EVERY_MS * 1.5));
    await fleet.revive();
    // There is at least one of each.
    if (times < 2 ? times === 1 : random.next() < CUTS) {
      cuts += await cut();
      fleet.noteCut();
    } else {
      await fleet.kill(random);
    }
  }
  return cuts;
}

/** Lets bots send the same editions, and judges what arrived. How much of the rate they used is printed only: that depends on the machine. */
async function judgeInstances({ scheme, create, forProcess, cut }: SharedServer, count: number): Promise<void> {
  const slot = pastSlot(new Date());
  const random = createRandom(readSeed());
  const reference = await readReference(slot);
  const url = await create();
  const addresses = await Promise.all(Array.from({ length: count }, () => forProcess(url)));
  const round = await beginRound({ spots: EDITIONS, slot, database: { scheme, url } });
  slowDown(round);
  const fleet = startFleet(count, (at) =>
    round.place.start([], { ...settingsFor(round.platforms), STORE_URL: addresses[at] ?? url }),
  );
  const cuts = await trouble(fleet, { isDone: round.isDone, cut: () => cut(url), random });
  await round.done();
  const ended = await fleet.end();
  // One that has only just begun is ended by the signal itself.
  expect(ended.filter(({ code }) => code !== 0 && code !== null)).toEqual([]);
  const { kills } = fleet;
  const { wrong, doubled, violations } = await judgeRound(round, reference, kills);
  const rates = measureRates(round.platforms, kills);
  const counts = {
    editions: EDITIONS,
    kills: kills.length,
    cuts,
    doubled,
    wrong: wrong.length,
    first: wrong.slice(0, 5),
  };
  console.log(JSON.stringify({ store: scheme, bots: count, ...counts, rates }));
  await round.end();
  expect([wrong, violations]).toEqual([[], []]);
  for (const { busiest, most } of Object.values(rates)) expect(busiest).toBeLessThanOrEqual(most);
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
