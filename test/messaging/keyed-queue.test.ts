import { describe, expect, it } from 'vitest';
import { createKeyedQueue } from '../../src/messaging/keyed-queue.ts';
import { createFakeClock } from '../fakes/clock.ts';

describe('a queue', () => {
  it('runs the work of one key in order, and other keys concurrently', async () => {
    const queue = createKeyedQueue(() => undefined, createFakeClock().after);
    const done: string[] = [];
    const slow = Promise.withResolvers<void>();
    queue.add('a', () => slow.promise.then(() => void done.push('a1')));
    queue.add('a', async () => void done.push('a2'));
    queue.add('b', async () => void done.push('b1'));
    await Promise.resolve();
    await Promise.resolve();
    expect(done).toEqual(['b1']);
    slow.resolve();
    await queue.idle();
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });

  it('starts work that has waited for its maximum, and is idle only when all work is done', async () => {
    const clock = createFakeClock();
    const queue = createKeyedQueue(() => undefined, clock.after);
    const done: string[] = [];
    const stuck = Promise.withResolvers<void>();
    queue.add('a', () => stuck.promise.then(() => void done.push('a1')));
    queue.add('a', async () => void done.push('a2'), 5000);
    await clock.pass(4999);
    expect(done).toEqual([]);
    await clock.pass(1);
    expect(done).toEqual(['a2']);
    const idle = queue.idle().then(() => done.push('idle'));
    await clock.pass(0);
    expect(done).toEqual(['a2']);
    stuck.resolve();
    await idle;
    expect(done).toEqual(['a2', 'a1', 'idle']);
  });

  it('reports a failure, and goes on', async () => {
    const reported: unknown[] = [];
    const queue = createKeyedQueue((error) => reported.push(error), createFakeClock().after);
    const done: string[] = [];
    queue.add('a', () => Promise.reject(new Error('lost')));
    queue.add('a', async () => void done.push('next'));
    await queue.idle();
    expect(reported).toEqual([new Error('lost')]);
    expect(done).toEqual(['next']);
  });
});
