import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ExchangeShare } from '../../adapters/shared/rate-share.ts';
import { systemClock } from '../../adapters/shared/system-clock.ts';
import { createRateLimiter, type RateLimiter } from '../../src/messaging/rate-limits/rate-limiter.ts';
import { withRateLimit } from '../../src/messaging/rate-limits/with-rate-limit.ts';
import type { SharedServer } from '../fixtures/shared-server.ts';

const LIMITS = { all: { most: 30, withinMs: 1020 }, of: () => undefined };
/** How long a message takes to arrive, and its answer to come back. */
const LATENCY_MS = 10;
const SECOND_MS = 1000;
const ENOUGH = 0.8;

let url: string;
let arrived: number[];
let open: SharedServer['open'];

/** The limiter of a process of its own. */
async function start(): Promise<RateLimiter> {
  const state = await open(url);
  return createRateLimiter(systemClock, LIMITS, state.shareRate('bot'));
}

async function send(limiter: RateLimiter, priority: 'answer' | 'push', cost = 1): Promise<number> {
  const startedAt = performance.now();
  const request = async () => {
    await sleep(LATENCY_MS * Math.random());
    for (let times = 0; times < cost; times += 1) arrived.push(performance.now());
    await sleep(LATENCY_MS * Math.random());
  };
  await withRateLimit(request, { limiter, turn: { chat: String(Math.random()), priority, cost } });
  return performance.now() - startedAt;
}

/** Pushes without end, as many at once as a worker. */
function pushAlways(limiter: RateLimiter): { stop(): Promise<void> } {
  let isStopped = false;
  const one = async () => {
    while (!isStopped) await send(limiter, 'push');
  };
  const all = Promise.all(Array.from({ length: 40 }, one));
  const stop = async () => {
    isStopped = true;
    await all;
  };
  onTestFinished(stop);
  return { stop };
}

/** The most messages within any second. */
function busiestSecond(): number {
  const times = arrived.toSorted((a, b) => a - b);
  return Math.max(...times.map((from, at) => times.slice(at).filter((time) => time < from + SECOND_MS).length));
}

const countSince = (from: number) => arrived.filter((at) => at >= from).length;

/** What the exchange of shares must do, on a real server. */
export function shareExchangeContract(server: SharedServer): void {
  describe('an exchange of shares', () => {
    server.skipWithout();
    const TOTAL = 30;
    let address: string;
    let exchange: ExchangeShare;
    beforeEach(async () => {
      address = await server.create();
      exchange = await server.openExchange(address, 'bot');
    });
    const ask = (id: string, share: number, wants = TOTAL) => exchange({ total: TOTAL, need: { id, wants, share } });

    it('gives what is free, and more once another one gave back', async () => {
      expect(await ask('a', 0)).toEqual({ target: 30, share: 30 });
      expect(await ask('b', 0)).toEqual({ target: 15, share: 0 });
      expect(await ask('a', 30)).toEqual({ target: 15, share: 30 });
      expect(await ask('a', 15)).toEqual({ target: 15, share: 15 });
      expect(await ask('b', 0)).toEqual({ target: 15, share: 15 });
      expect(await ask('b', 15, 0)).toEqual({ target: 1, share: 15 });
      expect(await ask('b', 1, 0)).toEqual({ target: 1, share: 1 });
      expect(await ask('a', 15)).toEqual({ target: 29, share: 29 });
    });

    it('is made one at a time', async () => {
      const all = await Promise.all(Array.from({ length: 8 }, (_, at) => ask(`instance ${at}`, 0)));
      expect(all.reduce((sum, { share }) => sum + share, 0)).toBe(TOTAL);
    });

    it('has its own shares for each rate', async () => {
      await ask('a', 0);
      const other = await server.openExchange(address, 'other');
      expect(await other({ total: 10, need: { id: 'b', wants: 10, share: 0 } })).toEqual({ target: 10, share: 10 });
      await server.endShares(address, 'other');
      expect(await ask('b', 0)).toEqual({ target: 15, share: 0 });
    });

    it('frees a share whose lease is over', async () => {
      await ask('a', 0);
      await server.endShares(address, 'bot');
      expect(await ask('b', 0)).toEqual({ target: 30, share: 30 });
    });
  });
}

/** What instances that share a rate must do, on a real server. */
export function sharedRateContract(server: SharedServer): void {
  describe('a rate that instances share', () => {
    server.skipWithout();
    beforeEach(async () => {
      open = server.open;
      url = await server.create();
      arrived = [];
    });

    it('is used, and exceeded in no second, whether one or several send', async () => {
      const [one, two, three] = [await start(), await start(), await start()];
      const first = pushAlways(one);
      await sleep(3 * SECOND_MS);
      const alone = performance.now();
      await sleep(3 * SECOND_MS);
      const byOne = countSince(alone);
      const others = [pushAlways(two), pushAlways(three)];
      await sleep(3 * SECOND_MS);
      const together = performance.now();
      await sleep(4 * SECOND_MS);
      const byAll = countSince(together);
      await Promise.all([first, ...others].map(({ stop }) => stop()));
      expect(busiestSecond()).toBeLessThanOrEqual(30);
      // Two idle instances keep one message a second each for answers. A busy machine sends later, and so less.
      expect(byOne).toBeGreaterThan(3 * 28 * ENOUGH);
      expect(byAll).toBeGreaterThan(4 * 30 * ENOUGH);
    });

    it('leaves room for an answer of an instance that has sent nothing yet', async () => {
      const [busy, quiet] = [await start(), await start()];
      pushAlways(busy);
      await sleep(3 * SECOND_MS);
      expect(await send(quiet, 'answer')).toBeLessThan(SECOND_MS / 2);
      expect(busiestSecond()).toBeLessThanOrEqual(30);
    });

    it('has room for an album that is larger than the share of an idle instance', async () => {
      const limiter = await start();
      await send(limiter, 'push', 10);
      expect(await send(limiter, 'answer', 10)).toBeLessThan(3 * SECOND_MS);
      expect(busiestSecond()).toBeLessThanOrEqual(30);
    });
  });
}
