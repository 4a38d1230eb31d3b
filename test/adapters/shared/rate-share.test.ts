import { expect, it, onTestFinished } from 'vitest';
import { createRateShare } from '../../../adapters/shared/rate-share.ts';
import { systemClock } from '../../../adapters/shared/system-clock.ts';

/** A process whose lease can be replaced, and what its user was told. */
function start() {
  const closing = new AbortController();
  onTestFinished(() => closing.abort());
  const told: string[] = [];
  const lease: { id: string | undefined } = { id: 'first' };
  const share = createRateShare({
    exchangeShare: async ({ need }) => ({ target: need.wants, share: need.wants }),
    instance: { id: () => lease.id, start: async () => undefined },
    clock: systemClock,
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
  return { share, lease, told };
}

it('has no share without a lease, and says that the old one was lost before it has a new one', async () => {
  const { share, lease, told } = start();
  await expect.poll(() => share.most()).toBe(7);
  expect(told).toEqual(['change']);
  lease.id = undefined;
  expect(share.most()).toBe(0);
  lease.id = 'second';
  expect(share.most()).toBe(0);
  await expect.poll(() => share.most()).toBe(7);
  expect(told.filter((what) => what === 'lost')).toHaveLength(1);
  expect(told.indexOf('lost')).toBeLessThan(told.lastIndexOf('change'));
});
