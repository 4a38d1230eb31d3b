import { expect, it } from 'vitest';
import {
  createRateShare,
  type ExchangeShare,
  type RateRow,
  SHARE_LEASE_MS,
  shareOf,
} from '../../../adapters/shared/rate-share.ts';
import { sleep } from '../../../src/clock.ts';
import { createRateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import { withRateLimit } from '../../../src/messaging/rate-limits/with-rate-limit.ts';
import { busiest } from '../../fakes/busiest.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';
import { createRandom, type Random } from '../../faults/random.ts';

const RATE = 30;
const LIMITS = { all: { most: RATE, withinMs: 1005 }, of: () => undefined };
const SECOND_MS = 1000;
/** As many as a worker sends at once. */
const SENDERS = 40;

/** A store with the shares of a rate, some milliseconds away. */
function createStore(clock: FakeClock): ExchangeShare {
  let rows: (RateRow & { untilMs: number })[] = [];
  return async ({ total, need }) => {
    await sleep(3, clock);
    const others = rows.filter(({ id, untilMs }) => id !== need.id && untilMs > clock.nowMs());
    const { target, share } = shareOf(need, others, total);
    rows = [...others, { ...need, share, untilMs: clock.nowMs() + SHARE_LEASE_MS }];
    await sleep(3, clock);
    return { target, share };
  };
}

interface Fleet {
  clock: FakeClock;
  exchangeShare: ExchangeShare;
  random: Random;
  arrived: number[];
  /** The longest that one of a hundred requests is held up. */
  stallMs: number;
}

/** A process that always has something to send, until it is killed. */
function startProcess(id: string, { clock, exchangeShare, random, arrived, stallMs }: Fleet) {
  const killed = new AbortController();
  const { signal } = killed;
  const instance = { id: () => (signal.aborted ? undefined : id), start: async () => undefined };
  const shareRate = createRateShare({ exchangeShare, instance, clock, report: expect.unreachable, signal });
  const limiter = createRateLimiter(clock, LIMITS, shareRate);
  const request = async () => {
    await sleep(random.next() < 0.01 ? random.below(stallMs + 1) : random.below(20), clock, signal);
    if (!signal.aborted) arrived.push(clock.nowMs());
    await sleep(15 + random.below(20), clock);
  };
  const sendAlways = async (chat: string) => {
    while (!signal.aborted)
      await withRateLimit(request, { limiter, turn: { chat, priority: 'push', cost: 1 }, signal }).catch(
        () => undefined,
      );
  };
  for (let one = 0; one < SENDERS; one += 1) void sendAlways(`${id} ${one}`);
  return { kill: () => killed.abort() };
}

function startFleet(count: number, stallMs = 0) {
  const clock = createFakeClock();
  const fleet: Fleet = { clock, exchangeShare: createStore(clock), random: createRandom(1), arrived: [], stallMs };
  const processes = Array.from({ length: count }, (_, at) => startProcess(`first ${at}`, fleet));
  return { ...fleet, processes, startNext: (id: string) => startProcess(id, fleet) };
}

const countBetween = (times: readonly number[], from: number, until: number) =>
  times.filter((at) => at >= from && at < until).length;

it.each([1, 2, 4])(
  'uses at least nine tenths of the rate with %i processes, and exceeds it in no second',
  async (count) => {
    const { clock, arrived } = startFleet(count);
    await clock.pass(20 * SECOND_MS);
    expect(countBetween(arrived, 5 * SECOND_MS, 20 * SECOND_MS)).toBeGreaterThanOrEqual(15 * RATE * 0.9);
    expect(busiest(arrived, SECOND_MS)).toBeLessThanOrEqual(RATE);
  },
);

it('never exceeds the rate, even if processes stall, are killed and start again', async () => {
  const { clock, arrived, processes, startNext } = startFleet(4, 5000);
  for (const [at, process] of processes.entries()) {
    await clock.pass(4321);
    process.kill();
    startNext(`next ${at}`);
  }
  await clock.pass(5 * SECOND_MS);
  expect(busiest(arrived, SECOND_MS)).toBeLessThanOrEqual(RATE);
});

it('soon gives the share of a dead process to the others', async () => {
  const { clock, arrived, processes } = startFleet(2);
  await clock.pass(5 * SECOND_MS);
  processes[0]?.kill();
  await clock.pass(10 * SECOND_MS);
  expect(countBetween(arrived, 10 * SECOND_MS, 15 * SECOND_MS)).toBeGreaterThanOrEqual(5 * RATE * 0.9);
  expect(busiest(arrived, SECOND_MS)).toBeLessThanOrEqual(RATE);
});
