import { type Clock, withTimeout } from '../clock.ts';
import type { KeyedQueue } from './keyed-queue.ts';

/** When the platform stops, running work has this long to finish. */
const STOP_TIMEOUT_MS = 6000;

interface LifecycleDeps {
  queue: Pick<KeyedQueue, 'idle'>;
  clock: Pick<Clock, 'after'>;
  /** Receives why serving ended by itself: the platform hears nobody any more. */
  fail(error: unknown): void;
}

/** A platform from its start until it is stopped. */
export function createLifecycle({ queue, clock, fail }: LifecycleDeps) {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running = Promise.resolve();
  return {
    /** Aborts when the platform is to stop. */
    signal,
    /** Resolves when the platform is to stop. */
    ended: new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    /** Runs what serves the platform until the signal aborts. */
    run(serve: () => Promise<void>): void {
      running = serve().catch(fail);
    },
    /** Stops serving, then waits for the queue, within limits. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
      await withTimeout(queue.idle(), STOP_TIMEOUT_MS, clock);
    },
  };
}
