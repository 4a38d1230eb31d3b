import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sleep } from '../../../src/clock.ts';
import { createRateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import { withRateLimit } from '../../../src/messaging/rate-limits/with-rate-limit.ts';
import { busiest } from '../../fakes/busiest.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const LIMITS = { all: { most: 10, withinMs: 1000 }, of: () => undefined };
const MINUTE_MS = 60_000;

/** How long a request takes until it arrives, and from then until its answer. */
interface Way {
  thereMs: number;
  backMs: number;
}

/** Sends requests, each on a way of its own. Returns when they arrived. */
async function send(ways: readonly Way[]): Promise<number[]> {
  const clock = createFakeClock();
  const limiter = createRateLimiter(clock, LIMITS);
  const arrived: number[] = [];
  for (const [at, { thereMs, backMs }] of ways.entries()) {
    const request = async () => {
      await sleep(thereMs, clock);
      arrived.push(clock.nowMs());
      await sleep(backMs, clock);
    };
    void withRateLimit(request, { limiter, turn: { chat: String(at), priority: 'push', cost: 1 } });
  }
  await clock.pass(5 * MINUTE_MS);
  return arrived;
}

it('exceeds no limit at the platform though requests are held up on their way, as in a process that stalls', async () => {
  const heldUp = Array.from({ length: 10 }, () => ({ thereMs: 2500, backMs: 10 }));
  const fast = Array.from({ length: 40 }, () => ({ thereMs: 1, backMs: 10 }));
  const arrived = await send([...heldUp, ...fast]);
  expect([arrived.length, busiest(arrived, 1000)]).toEqual([50, 10]);
});

it('exceeds no limit whatever the delays of requests are, and loses none', async () => {
  const ms = fc.oneof(fc.constant(1), fc.nat(4000));
  const way = fc.record({ thereMs: ms, backMs: ms });
  await fc.assert(
    fc.asyncProperty(fc.array(way, { minLength: 40, maxLength: 60 }), async (ways) => {
      const arrived = await send(ways);
      expect(arrived).toHaveLength(ways.length);
      expect(busiest(arrived, 1000)).toBeLessThanOrEqual(10);
    }),
    { numRuns: 40 },
  );
});

it('counts a request that failed too, and lets the next one go a period later', async () => {
  const clock = createFakeClock();
  const limiter = createRateLimiter(clock, { all: { most: 1, withinMs: 1000 }, of: () => undefined });
  const turn = { chat: '1', priority: 'push', cost: 1 } as const;
  const refuse = (): never => {
    throw new Error('refused');
  };
  await expect(withRateLimit(refuse, { limiter, turn })).rejects.toThrow('refused');
  const sent: number[] = [];
  void withRateLimit(async () => sent.push(clock.nowMs()), { limiter, turn });
  await clock.pass(2000);
  expect(sent).toEqual([1000]);
});
