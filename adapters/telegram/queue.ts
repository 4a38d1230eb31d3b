/** Work in lines: each line in order, all lines at once. */
export interface Queue {
  add(line: string, work: () => Promise<void>): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

/** Starts with no lines. What a piece of work rejects with goes to `report`, and its line goes on. */
export function createQueue(report: (error: unknown) => void): Queue {
  const lines = new Map<string, Promise<void>>();
  return {
    add(line, work) {
      const before = lines.get(line) ?? Promise.resolve();
      const done = before.then(work).catch(report);
      lines.set(line, done);
      void done.finally(() => {
        if (lines.get(line) === done) lines.delete(line);
      });
    },
    async idle() {
      while (lines.size > 0) await Promise.all(lines.values());
    },
  };
}
