import { describe, expect, it } from 'vitest';
import { createKeyedQueue } from '../../src/messaging/keyed-queue.ts';
import { createLifecycle } from '../../src/messaging/lifecycle.ts';
import { createFakeClock } from '../fakes/clock.ts';

function start() {
  const clock = createFakeClock();
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const queue = createKeyedQueue(report, clock.after);
  return { clock, reported, queue, lifecycle: createLifecycle({ queue, clock, fail: report }) };
}

describe('a platform that stops', () => {
  it('stops serving, then finishes running work', async () => {
    const { lifecycle, queue } = start();
    const work = Promise.withResolvers<void>();
    const steps: string[] = [];
    queue.add('answer', () => work.promise.then(() => void steps.push('answered')));
    lifecycle.run(async () => {
      await lifecycle.ended;
      steps.push('served');
      work.resolve();
    });
    await lifecycle.stop();
    expect(steps).toEqual(['served', 'answered']);
  });

  it('waits at most six seconds for running work', async () => {
    const { clock, lifecycle, queue } = start();
    queue.add('answer', () => new Promise(() => undefined));
    let isStopped = false;
    void lifecycle.stop().then(() => {
      isStopped = true;
    });
    await clock.pass(5999);
    expect(isStopped).toBe(false);
    await clock.pass(1);
    expect(isStopped).toBe(true);
  });

  it('reports why serving failed', async () => {
    const { lifecycle, reported } = start();
    const failure = new Error('No network.');
    lifecycle.run(() => Promise.reject(failure));
    await lifecycle.stop();
    expect(reported).toEqual([failure]);
  });
});
