import type { StateStore } from '../../src/state-store.ts';

/** State in memory, on a clock of the test's own; `fail` makes it unreachable. */
export function createFakeStateStore(clock: { nowMs: number; fail?: Error }): StateStore {
  const kept = new Map<string, { json: string | undefined; untilMs: number }>();
  const reach = () => {
    if (clock.fail) throw clock.fail;
  };
  function read(key: string): unknown {
    reach();
    const found = kept.get(key);
    return found?.json === undefined || found.untilMs <= clock.nowMs ? undefined : JSON.parse(found.json);
  }
  return {
    get: async <Value>(key: string) => read(key) as Value | undefined,
    async set(key, value, ttlMs = Number.POSITIVE_INFINITY) {
      reach();
      kept.set(key, { json: JSON.stringify(value), untilMs: clock.nowMs + ttlMs });
    },
    async putIfAbsent(key, value, ttlMs) {
      const found = read(key);
      if (found !== undefined && JSON.stringify(found) !== JSON.stringify(value)) return false;
      kept.set(key, { json: JSON.stringify(value), untilMs: clock.nowMs + ttlMs });
      return true;
    },
    async delete(key) {
      reach();
      kept.delete(key);
    },
    async readUnder<Value>(prefix: string) {
      reach();
      const keys = [...kept.keys()].filter((key) => key.startsWith(prefix) && read(key) !== undefined);
      return keys.map((key) => ({ key, value: read(key) as Value }));
    },
    async deleteUnder(prefix) {
      reach();
      for (const key of [...kept.keys()]) if (key.startsWith(prefix)) kept.delete(key);
    },
  };
}
