import { type Clock, withTimeout } from '../clock.ts';

export type KeyedQueue = ReturnType<typeof createKeyedQueue>;

interface WorkOptions {
  /** Work that has waited for so long begins, whatever is before it. */
  maxWaitMs?: number;
  /** Names what the work does: while the same waits under the same key, it is not added again. */
  mergeKey?: string;
}

/** Runs work with the same key in order, and different keys concurrently. A rejection goes to `report`, and the key goes on. */
export function createKeyedQueue(report: (error: unknown) => void, after: Clock['after']) {
  const tails = new Map<string, Promise<void>>();
  const pending = new Set<Promise<void>>();
  const waiting = new Set<string>();
  return {
    /** Returns whether the work was added: not if it was merged. */
    add(key: string, work: () => Promise<void>, { maxWaitMs, mergeKey }: WorkOptions = {}): boolean {
      const merged = mergeKey === undefined ? undefined : JSON.stringify([key, mergeKey]);
      if (merged !== undefined && waiting.has(merged)) return false;
      const before = tails.get(key) ?? Promise.resolve();
      const ready = maxWaitMs === undefined ? before : withTimeout(before, maxWaitMs, { after });
      const begin = (): Promise<void> => {
        if (merged !== undefined) waiting.delete(merged);
        return work();
      };
      if (merged !== undefined) waiting.add(merged);
      const done = ready.then(begin).catch(report);
      tails.set(key, done);
      pending.add(done);
      void done.finally(() => {
        pending.delete(done);
        if (tails.get(key) === done) tails.delete(key);
      });
      return true;
    },
    /** Resolves when nothing is left to do. */
    async idle(): Promise<void> {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
