import { describe, expect, it } from 'vitest';
import { createQueue } from '../../../adapters/telegram/queue.ts';

describe('a queue', () => {
  it('does the work of one line in order, and does not hold up other lines', async () => {
    const queue = createQueue(() => undefined);
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

  it('reports what fails, and goes on', async () => {
    const reported: unknown[] = [];
    const queue = createQueue((error) => reported.push(error));
    const done: string[] = [];
    queue.add('a', () => Promise.reject(new Error('lost')));
    queue.add('a', async () => void done.push('next'));
    await queue.idle();
    expect(reported).toEqual([new Error('lost')]);
    expect(done).toEqual(['next']);
  });
});
