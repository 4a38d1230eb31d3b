import { expect, it, onTestFinished, vi } from 'vitest';
import { createInstance } from '../../../adapters/shared/instance.ts';

const RENEW_MS = 5000;

it('reports an outage of the server once, and the next one again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const outage = new Error('The server is gone.');
  let isOut = false;
  const answer = async () => {
    if (isOut) throw outage;
  };
  const leases = { enter: answer, end: answer, freeDead: answer, renew: async () => (await answer()) ?? true };
  const reported: unknown[] = [];
  const instance = createInstance(leases, (error) => void reported.push(error));
  await instance.start();
  for (const [isOutNow, expected] of [
    [true, 1],
    [false, 1],
    [true, 2],
  ] as const) {
    isOut = isOutNow;
    await vi.advanceTimersByTimeAsync(3 * RENEW_MS);
    expect(reported).toHaveLength(expected);
  }
  expect(new Set(reported)).toEqual(new Set([outage]));
  isOut = false;
  await instance.stop();
});
