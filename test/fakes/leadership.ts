import type { Lead } from '../../src/leadership.ts';

/** Several processes that lead, each task in the order in which they asked for it. */
export interface FakeLeadership {
  lead: Lead;
  /** Takes all tasks from those that have them; the next ones get them. */
  lose(): Promise<void>;
}

export function createFakeLeadership(): FakeLeadership {
  const waiting = new Map<string, (() => AbortController)[]>();
  const leading = new Map<string, AbortController>();
  const next = (task: string) => {
    const take = waiting.get(task)?.shift();
    if (take === undefined) leading.delete(task);
    else leading.set(task, take());
  };
  return {
    async lead(task, work, { signal }) {
      const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
      const take = () => {
        const lost = new AbortController();
        work(AbortSignal.any([signal, lost.signal])).then(resolve, reject);
        return lost;
      };
      waiting.set(task, [...(waiting.get(task) ?? []), take]);
      if (!leading.has(task)) next(task);
      await ended;
    },
    async lose() {
      for (const [task, lost] of [...leading]) {
        lost.abort();
        next(task);
      }
      // What was lost ends.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
