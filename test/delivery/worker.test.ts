import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/delivery/delivery.ts';
import { startWorker } from '../../src/delivery/worker.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { createFakeDeliveryQueue } from '../fakes/delivery-queue.ts';
import { makeEdition } from '../fakes/subscription.ts';

/** A sender whose deliveries end when the test says so. */
function start(count: number) {
  const clock = createFakeClock();
  const deliveries = createFakeDeliveryQueue();
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const reported: unknown[] = [];
  const stopping = new AbortController();
  const add = (from: number, to: number) =>
    deliveries.add(
      Array.from({ length: to - from }, (_, at) => makeEdition(`e${from + at}`)),
      new Date(0),
    );
  const deliver = async ({ edition }: Delivery) => {
    begun.push(edition.id);
    await new Promise<void>((resolve, reject) => {
      ends.set(edition.id, (error) => (error === undefined ? resolve() : reject(error)));
    });
  };
  const queue = { fails: undefined as Error | undefined };
  const take: typeof deliveries.take = async (...given) => {
    if (queue.fails !== undefined) throw queue.fails;
    return await deliveries.take(...given);
  };
  const report = (error: unknown) => void reported.push(error);
  const launch = async () => {
    await add(0, count);
    return startWorker({
      platform: 'telegram',
      deliveries: { ...deliveries, take },
      deliver,
      clock,
      report,
      signal: stopping.signal,
    });
  };
  return { clock, add, begun, ends, reported, stopping, queue, deliveries, launch };
}

describe('a worker', () => {
  it('runs a limited number at once, and starts another as soon as one ends', async () => {
    const { launch, clock, begun, ends } = start(70);
    await launch();
    await clock.pass(10);
    expect(begun).toHaveLength(64);
    ends.get('e3')?.();
    await clock.pass(10);
    expect(begun).toHaveLength(65);
  });

  it('checks the queue every second, and at once when woken', async () => {
    const { launch, clock, begun, add } = start(0);
    const sender = await launch();
    await clock.pass(1500);
    await add(0, 1);
    sender.wake();
    await clock.pass(0);
    expect(begun).toEqual(['e0']);
    await add(1, 2);
    await clock.pass(1000);
    expect(begun).toEqual(['e0', 'e1']);
  });

  it('reports a failure, and continues', async () => {
    const { launch, clock, begun, ends, reported, add, queue } = start(1);
    await launch();
    await clock.pass(0);
    const failure = new Error('the state is full');
    ends.get('e0')?.(failure);
    await clock.pass(0);
    expect(reported).toEqual([failure]);
    queue.fails = new Error('out of reach');
    await add(1, 2);
    await clock.pass(2000);
    expect(reported).toEqual([failure, queue.fails]);
    queue.fails = undefined;
    await clock.pass(5000);
    expect(begun).toEqual(['e0', 'e1']);
  });

  it('gives back a delivery whose outcome could not be stored', async () => {
    const { launch, clock, begun, ends } = start(1);
    await launch();
    await clock.pass(0);
    ends.get('e0')?.(new Error('the state is full'));
    await clock.pass(59_000);
    expect(begun).toEqual(['e0']);
    await clock.pass(3000);
    expect(begun).toEqual(['e0', 'e0']);
  });

  it.each(['before', 'after'])('gives nothing back once it stops, if a delivery fails %s that', async (when) => {
    const { launch, clock, ends, stopping, deliveries } = start(1);
    await launch();
    await clock.pass(0);
    const fail = async (): Promise<void> => {
      ends.get('e0')?.(new Error('the state is full'));
      await clock.pass(0);
    };
    if (when === 'before') await fail();
    stopping.abort();
    if (when === 'after') await fail();
    await clock.pass(120_000);
    // The next start gives it back: here it would be sent by two processes.
    expect(await deliveries.take('telegram', new Date(clock.nowMs()), 1)).toEqual([]);
    await deliveries.release();
    expect(await deliveries.take('telegram', new Date(clock.nowMs()), 1)).toHaveLength(1);
  });

  it('is done after the signal once nothing is running', async () => {
    const { launch, clock, ends, begun, add, stopping } = start(1);
    const sender = await launch();
    let done = false;
    void sender.done.then(() => {
      done = true;
    });
    await clock.pass(0);
    stopping.abort();
    await add(1, 2);
    await clock.pass(5000);
    expect([begun, done]).toEqual([['e0'], false]);
    ends.get('e0')?.();
    await clock.pass(0);
    expect(done).toBe(true);
  });
});
