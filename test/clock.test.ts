import { describe, expect, it } from 'vitest';
import { sleep, withTimeout } from '../src/clock.ts';
import { createFakeClock } from './fakes/clock.ts';

describe('work with a timeout', () => {
  it('resolves to its result, or to undefined if it takes longer', async () => {
    const clock = createFakeClock();
    expect(await withTimeout(Promise.resolve('result'), 1000, clock)).toBe('result');
    const never = withTimeout(new Promise<string>(() => undefined), 1000, clock);
    await clock.pass(1000);
    expect(await never).toBeUndefined();
  });

  it('rejects with what it rejects with', async () => {
    await expect(withTimeout(Promise.reject(new Error('No.')), 1000, createFakeClock())).rejects.toThrow('No.');
  });
});

describe('a sleep', () => {
  it('ends after its time, or when its signal aborts', async () => {
    const clock = createFakeClock();
    const stopping = new AbortController();
    const ended: string[] = [];
    void sleep(1000, clock).then(() => ended.push('after its time'));
    void sleep(5000, clock, stopping.signal).then(() => ended.push('aborted'));
    await clock.pass(1000);
    expect(ended).toEqual(['after its time']);
    stopping.abort();
    await clock.pass(0);
    expect(ended).toEqual(['after its time', 'aborted']);
    await sleep(1000, clock, stopping.signal);
  });
});
