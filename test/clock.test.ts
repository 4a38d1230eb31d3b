import { expect, it } from 'vitest';
import { waitAtMost } from '../src/clock.ts';
import { createFakeClock } from './fakes/clock.ts';

it('waits for what ends in time, and no longer for what does not', async () => {
  const clock = createFakeClock();
  await waitAtMost(Promise.resolve(), 1000, clock.after);
  let over = false;
  const waiting = waitAtMost(new Promise(() => undefined), 1000, clock.after).then(() => {
    over = true;
  });
  await clock.pass(999);
  expect(over).toBe(false);
  await clock.pass(1);
  await waiting;
  expect(over).toBe(true);
});

it('tells what the work failed of', async () => {
  const { after } = createFakeClock();
  await expect(waitAtMost(Promise.reject(new Error('The disk is full.')), 1000, after)).rejects.toThrow('disk');
});
