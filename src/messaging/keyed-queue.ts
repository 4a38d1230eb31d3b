import type { Clock } from '../clock.ts';

/** Work in lines: each line in order, all lines at once. */
export interface KeyedQueue {
  /** Work that waits for longer than its patience begins, whatever stands before it. */
  add(line: string, work: () => Promise<void>, patienceMs?: number): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

/** Starts with no lines. What a piece of work rejects with goes to `report`, and its line goes on. */
export function createKeyedQueue(report: (error: unknown) => void, after: Clock['after']): KeyedQueue {
  const lines = new Map<string, Promise<void>>();
  const open = new Set<Promise<void>>();

  async function turn(before: Promise<void>, patienceMs: number): Promise<void> {
    const patience = Promise.withResolvers<void>();
    const cancel = after(patienceMs, patience.resolve);
    await Promise.race([before, patience.promise]);
    cancel();
  }

  return {
    add(line, work, patienceMs) {
      const before = lines.get(line) ?? Promise.resolve();
      const done = (patienceMs === undefined ? before : turn(before, patienceMs)).then(work).catch(report);
      lines.set(line, done);
      open.add(done);
      void done.finally(() => {
        open.delete(done);
        if (lines.get(line) === done) lines.delete(line);
      });
    },
    async idle() {
      while (open.size > 0) await Promise.all(open);
    },
  };
}
