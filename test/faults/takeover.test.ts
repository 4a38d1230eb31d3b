import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { queryPostgres, skipWithoutPostgres, temporarySchema } from '../fixtures/postgres.ts';
import { endBot, settingsFor } from './bot.ts';
import { judgeRound } from './judge-round.ts';
import { readReference } from './reference.ts';
import { beginRound } from './round.ts';
import { pastSlot } from './subscribe.ts';

const SPOTS = 24;
/** So slowly do platforms answer that a bot is still sending when the other one has started. */
const ANSWER_MS = 2000;
const LOOK_MS = 50;
/**
 * A request that a bot is writing when it freezes is written when it wakes up, and nobody can take it back. A bot that sent what
 * waits for its turn would do so in a dozen places.
 */
const MAX_IN_WRITING = { SIGKILL: 0, SIGSTOP: 2 };

/** Stops one of two bots while it sends. Resolves to how long the other one took to free what it held. */
async function measureTakeover(signal: 'SIGKILL' | 'SIGSTOP'): Promise<number> {
  const slot = pastSlot(new Date());
  const reference = await readReference(slot);
  const url = await temporarySchema();
  const round = await beginRound({ spots: SPOTS, slot, database: { scheme: 'postgres', url } });
  const slow = { times: Number.POSITIVE_INFINITY, action: { kind: 'delay', ms: ANSWER_MS, phase: 'after' } } as const;
  for (const on of ['sendMessage', 'sendPhoto']) round.platforms.telegram.fault({ on, ...slow });
  const start = () => round.place.start([], { ...settingsFor(round.platforms), STORE_URL: url });
  const until = async (sql: string) => {
    while ((await queryPostgres(sql, url)).length === 0) await sleep(LOOK_MS);
  };

  const first = start();
  await until(`SELECT 1 FROM deliveries WHERE state = 'taken' LIMIT 1`);
  const [{ id } = { id: '' }] = await queryPostgres<{ id: string }>('SELECT id FROM instances', url);
  const second = start();
  await until('SELECT 1 FROM instances HAVING count(*) = 2');
  const held = `FROM deliveries WHERE instance = '${id}' AND state = 'taken'`;
  const [{ total } = { total: 0 }] = await queryPostgres<{ total: number }>(
    `SELECT count(*)::int AS total ${held}`,
    url,
  );
  const at = Date.now();
  first.child.kill(signal);
  await until(`SELECT 1 ${held} HAVING count(*) = 0`);
  const tookMs = Date.now() - at;
  await round.done();
  // It wakes up when everything is sent, and must add nothing of what had waited for its turn.
  first.child.kill('SIGCONT');
  const ended = await Promise.all([first, second].map(endBot));
  expect(ended.map(({ code }) => code)).toEqual([signal === 'SIGKILL' ? null : 0, 0]);
  const { wrong, doubled, violations } = await judgeRound(round, reference, [at]);
  console.log(JSON.stringify({ signal, editions: SPOTS, held: total, tookMs, doubled, wrong: wrong.length }));
  await round.end();
  const places = new Set(wrong.map((what) => what.split(': ')[0]));
  expect([places.size > MAX_IN_WRITING[signal] ? wrong : [], violations]).toEqual([[], []]);
  return tookMs;
}

describe('a bot that stops while it sends', () => {
  skipWithoutPostgres();

  it.each(['SIGKILL', 'SIGSTOP'] as const)(
    'is replaced by another one after %s, and no edition is lost',
    async (signal) => {
      // How long it took is printed: a busy machine must not fail here.
      await expect(measureTakeover(signal)).resolves.toBeGreaterThan(0);
    },
  );
});
