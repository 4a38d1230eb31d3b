import { describe, expect, it, vi } from 'vitest';
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
    queue.add('a', async () => void done.push('a2'), { maxWaitMs: 5000 });
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

  it('runs third work after the second, even if the first has long ended', async () => {
    const queue = createKeyedQueue(() => undefined, createFakeClock().after);
    const done: string[] = [];
    const second = Promise.withResolvers<void>();
    queue.add('a', async () => void done.push('1'));
    queue.add('a', () => second.promise.then(() => void done.push('2')));
    await vi.waitFor(() => expect(done).toEqual(['1']));
    queue.add('a', async () => void done.push('3'));
    await new Promise(setImmediate);
    expect(done).toEqual(['1']);
    second.resolve();
    await queue.idle();
    expect(done).toEqual(['1', '2', '3']);
  });

  it('adds work once while the same waits under the same key', async () => {
    const queue = createKeyedQueue(() => undefined, createFakeClock().after);
    const done: string[] = [];
    const slow = Promise.withResolvers<void>();
    const add = (key: string, name: string, mergeKey = name) =>
      queue.add(key, async () => void done.push(`${key} ${name}`), { mergeKey });
    queue.add('a', () => slow.promise);
    for (const name of ['x', 'y', 'x', 'y', 'x']) add('a', name);
    add('b', 'x');
    slow.resolve();
    await queue.idle();
    expect(done.toSorted()).toEqual(['a x', 'a y', 'b x']);
    add('a', 'x');
    await queue.idle();
    expect(done).toHaveLength(4);
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
