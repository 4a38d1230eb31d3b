import type { Clock } from '../clock.ts';
import type { KeyedQueue } from './keyed-queue.ts';
import { withTimeout } from './timeout.ts';

/** What was begun has this long to finish when the platform stops. */
const STOP_TIMEOUT_MS = 6000;

/** A platform from its start until it is stopped. */
export interface Lifecycle {
  /** Aborts when the platform is to stop. */
  readonly signal: AbortSignal;
  /** Resolves when the platform is to stop. */
  readonly ended: Promise<void>;
  /** Runs what serves the platform until the signal aborts. */
  run(serve: () => Promise<void>): void;
  /** Stops serving, then waits for the queue, within limits. */
  stop(): Promise<void>;
}

interface LifecycleDeps {
  queue: Pick<KeyedQueue, 'idle'>;
  clock: Pick<Clock, 'after'>;
  report(error: unknown): void;
}

export function createLifecycle({ queue, clock, report }: LifecycleDeps): Lifecycle {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running = Promise.resolve();
  return {
    signal,
    ended: new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    run(serve) {
      running = serve().catch(report);
    },
    async stop() {
      stopping.abort();
      await running;
      await withTimeout(queue.idle(), STOP_TIMEOUT_MS, clock);
    },
  };
}
