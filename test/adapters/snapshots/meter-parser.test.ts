import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { meterParser } from '../../../adapters/snapshots/meter-parser.ts';
import type { Parser } from '../../../adapters/snapshots/parser.ts';
import { createFakeMetrics } from '../../fakes/metrics.ts';

const STEP_MS = 40;

it('measures each snapshot without its wait for those before it, and failures too', async () => {
  const metrics = createFakeMetrics();
  let last = Promise.resolve();
  const slow: Parser = {
    parse() {
      last = last.then(() => wait(STEP_MS));
      return last.then(() => Promise.reject(new Error('crashed')));
    },
    close: async () => undefined,
  };
  const parser = meterParser(slow, metrics);
  await Promise.allSettled([1, 2, 3, 4, 5].map(() => parser.parse(new Uint8Array())));
  const seconds = metrics.observed('parsing');
  expect(seconds).toHaveLength(5);
  // With their waits, these would be fifteen steps.
  expect(seconds.reduce((sum, one) => sum + one)).toBeLessThan((15 * STEP_MS) / 1000);
});
