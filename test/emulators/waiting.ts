/** Above what a busy machine takes: a test that waits in vain has failed in any case. */
const LIMIT_MS = 60_000;

/** Waits for a condition: checks it after every change, and rejects after a timeout. */
export function createWaiting() {
  const checks = new Set<() => void>();
  return {
    notify: () => {
      for (const check of [...checks]) check();
    },
    /** Resolves with the first value that the probe returns. */
    async waitFor<Value>(probe: () => Value | undefined | null | false, what = 'what was expected'): Promise<Value> {
      const { promise, resolve, reject } = Promise.withResolvers<Value>();
      const timer = setTimeout(() => reject(new Error(`Timed out waiting for ${what}.`)), LIMIT_MS);
      const check = () => {
        try {
          const found = probe();
          if (found !== undefined && found !== null && found !== false) resolve(found);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      checks.add(check);
      check();
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        checks.delete(check);
      }
    },
  };
}
