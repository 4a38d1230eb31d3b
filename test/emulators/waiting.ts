const LIMIT_MS = 12_000;

/** Waits for what will be seen: looks again after everything that happens, and gives up at last. */
export function createWaiting() {
  const looks = new Set<() => void>();
  return {
    poke: () => {
      for (const look of [...looks]) look();
    },
    /** What the probe finds as soon as it finds anything. */
    async waitFor<Value>(probe: () => Value | undefined | null | false, what = 'what was expected'): Promise<Value> {
      const { promise, resolve, reject } = Promise.withResolvers<Value>();
      const timer = setTimeout(() => reject(new Error(`Waited in vain for ${what}.`)), LIMIT_MS);
      const look = () => {
        try {
          const found = probe();
          if (found !== undefined && found !== null && found !== false) resolve(found);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      looks.add(look);
      look();
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        looks.delete(look);
      }
    },
  };
}
