import { expect, it } from 'vitest';
import { runSteps } from '../../../adapters/shared/run-steps.ts';

it('lets others work between two steps', async () => {
  const order: string[] = [];
  function* steps(): Generator<void, string> {
    for (const step of ['one', 'two', 'three']) {
      order.push(step);
      setImmediate(() => order.push(`after ${step}`));
      yield;
    }
    return 'done';
  }
  expect(await runSteps(steps())).toBe('done');
  expect(order).toEqual(['one', 'after one', 'two', 'after two', 'three', 'after three']);
});

it('rejects if a step throws', async () => {
  function* steps(): Generator<void, string> {
    yield;
    throw new Error('damaged');
  }
  await expect(runSteps(steps())).rejects.toThrow('damaged');
});
