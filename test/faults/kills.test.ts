import { describe, expect, it } from 'vitest';
import { endBot, killAgainAndAgain, settingsFor } from './bot.ts';
import { judgeRound } from './judge-round.ts';
import { createRandom, type Random, readSeed } from './random.ts';
import { type Reference, readReference } from './reference.ts';
import { beginRound } from './round.ts';
import { pastSlot } from './subscribe.ts';

const KILLS = Number(process.env['FAULTS_KILLS'] ?? 200);
const SPOTS = 160;
/** So long the answer takes after the message is shown: that many more die in between. */
const ANSWER_MS = 15;
interface Totals {
  kills: number;
  editions: number;
  parts: number;
  doubled: number;
  wrong: string[];
}

/** Round after round, with fresh chats each, until the bot was killed so often. */
async function soak(random: Random, { most, nonceMs }: { most: number; nonceMs: number }, reference: Reference) {
  const totals: Totals = { kills: 0, editions: 0, parts: 0, doubled: 0, wrong: [] };
  while (totals.kills < most) {
    const round = await beginRound({ spots: SPOTS, slot: SLOT, discord: { nonceMs } });
    const { platforms, place, isDone } = round;
    const slow = { times: Number.POSITIVE_INFINITY, action: { kind: 'delay', ms: ANSWER_MS, phase: 'after' } } as const;
    for (const on of ['sendMessage', 'sendPhoto']) platforms.telegram.fault({ on, ...slow });
    for (const on of ['messages', 'threads'])
      platforms.discord.fault({ on: `POST /channels/{channel_id}/${on}`, ...slow });
    const kills = await killAgainAndAgain({ place, platforms, random, isDone, most: most - totals.kills });
    if (!(await isDone())) {
      const last = place.start([], settingsFor(platforms));
      await round.done();
      expect((await endBot(last)).code).toBe(0);
    }
    const { wrong, doubled, violations } = await judgeRound(round, reference, kills);
    totals.kills += kills.length;
    totals.editions += round.editions.length;
    totals.parts += round.spots.reduce((sum, { kind }) => sum + reference[kind].length, 0);
    totals.doubled += doubled;
    totals.wrong.push(...wrong, ...violations);
    await round.end();
  }
  return totals;
}

const SLOT = pastSlot(new Date());

describe('a bot that is killed again and again', () => {
  it('loses no edition, doubles nothing on Discord, and on Telegram only what was in flight', async () => {
    const seed = readSeed();
    const reference = await readReference(SLOT);
    const most = Math.ceil(KILLS / 2);
    // Two bots at once; where Discord knows no nonce at all, and where it knows them for minutes.
    const runs = await Promise.all(
      [0, 300_000].map((nonceMs, at) => soak(createRandom(seed + at), { most, nonceMs }, reference)),
    );
    for (const { wrong, ...totals } of runs) console.log(JSON.stringify({ ...totals, wrong: wrong.length }));
    expect(runs.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(runs.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThanOrEqual(KILLS);
  });
});
