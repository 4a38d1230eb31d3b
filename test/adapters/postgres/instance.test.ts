import { expect, it, onTestFinished, vi } from 'vitest';
import type { Database } from '../../../adapters/postgres/database.ts';
import { createInstance } from '../../../adapters/postgres/instance.ts';

const RENEW_MS = 5000;

it('reports an outage of the database once, and the next one again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const outage = new Error('The server is gone.');
  let isOut = false;
  const run = async () => {
    if (isOut) throw outage;
    return 1;
  };
  const reported: unknown[] = [];
  const instance = createInstance({ run } as unknown as Database, (error) => void reported.push(error));
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
