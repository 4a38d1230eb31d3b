import { type Clock, withTimeout } from '../clock.ts';

export type KeyedQueue = ReturnType<typeof createKeyedQueue>;

/** Runs work with the same key in order, and different keys concurrently. A rejection goes to `report`, and the key goes on. */
export function createKeyedQueue(report: (error: unknown) => void, after: Clock['after']) {
  const tails = new Map<string, Promise<void>>();
  const pending = new Set<Promise<void>>();
  return {
    /** Work that has waited for `maxWaitMs` begins, whatever is before it. */
    add(key: string, work: () => Promise<void>, maxWaitMs?: number): void {
      const before = tails.get(key) ?? Promise.resolve();
      const ready = maxWaitMs === undefined ? before : withTimeout(before, maxWaitMs, { after });
      const done = ready.then(work).catch(report);
      tails.set(key, done);
      pending.add(done);
      void done.finally(() => {
        pending.delete(done);
        if (tails.get(key) === done) tails.delete(key);
      });
    },
    /** Resolves when nothing is left to do. */
    async idle(): Promise<void> {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
