import { expect, it, onTestFinished } from 'vitest';
import { createRateShare } from '../../../adapters/shared/rate-share.ts';
import { createFakeClock } from '../../fakes/clock.ts';

/** A process whose lease can be replaced, and what its user was told. */
function start() {
  const closing = new AbortController();
  onTestFinished(() => closing.abort());
  const clock = createFakeClock();
  const told: string[] = [];
  const asserted: number[] = [];
  const lease: { id: string | undefined; isAway: boolean } = { id: 'first', isAway: false };
  const share = createRateShare({
    async exchangeShare({ need }) {
      if (lease.isAway) throw new Error('away');
      asserted.push(need.share);
      return { target: need.wants, share: need.wants };
    },
    instance: { id: () => lease.id, start: async () => undefined },
    clock,
    report: (error) => void told.push(String(error)),
    signal: closing.signal,
  })(
    { most: 30, withinMs: 1000 },
    {
      demand: () => ({ waiting: 7, held: 0 }),
      onChange: () => void told.push('change'),
      onLost: () => void told.push('lost'),
    },
  );
  return { share, lease, told, asserted, clock, closing };
}

it('is asked for four times a second while something waits, and not any more once the process stops', async () => {
  const { asserted, clock, closing } = start();
  await clock.pass(999);
  expect(asserted).toHaveLength(4);
  closing.abort();
  await clock.pass(5000);
  expect(asserted).toHaveLength(4);
});

it('has no share without a lease, and says that the old one was lost before it has a new one', async () => {
  const { share, lease, told, clock } = start();
  await clock.pass(0);
  expect([share.most(), told]).toEqual([7, ['change']]);
  expect(share.covers(7)).toBe(true);
  lease.id = undefined;
  expect(share.most()).toBe(0);
  expect(share.covers(7)).toBe(false);
  lease.id = 'second';
  expect(share.most()).toBe(0);
  await clock.pass(250);
  expect([share.most(), told]).toEqual([7, ['change', 'lost', 'change']]);
});

it('reports a lost share once, even if the store is away for a while', async () => {
  const { share, lease, told, clock } = start();
  await clock.pass(0);
  lease.isAway = true;
  lease.id = 'second';
  await clock.pass(5000);
  expect(told.slice(1)).toEqual(['lost', 'Error: away']);
  lease.isAway = false;
  await clock.pass(500);
  expect([share.most(), told.filter((what) => what === 'lost')]).toEqual([7, ['lost']]);
});

it('has no share any more once the store is away for two seconds', async () => {
  const { share, lease, clock } = start();
  await clock.pass(0);
  lease.isAway = true;
  await clock.pass(1500);
  expect(share.most()).toBe(7);
  await clock.pass(500);
  expect(share.most()).toBe(0);
});

it('does not take back a share whose time was over', async () => {
  const { lease, asserted, clock } = start();
  await clock.pass(500);
  lease.isAway = true;
  await clock.pass(3000);
  lease.isAway = false;
  await clock.pass(250);
  expect(asserted).toEqual([0, 7, 7, 0]);
});
