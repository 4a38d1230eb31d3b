import type { StateStore } from '../../src/state-store.ts';

/** State in memory, on a clock of the test's own; `fail` makes it unreachable. */
export function createFakeStateStore(clock: { nowMs: number; fail?: Error }): StateStore {
  const kept = new Map<string, { json: string | undefined; untilMs: number }>();
  const reach = () => {
    if (clock.fail) throw clock.fail;
  };
  async function get<Value>(key: string): Promise<Value | undefined> {
    reach();
    const found = kept.get(key);
    if (found?.json === undefined || found.untilMs <= clock.nowMs) return undefined;
    return JSON.parse(found.json) as Value;
  }
  return {
    get,
    async set(key, value, ttlMs = Number.POSITIVE_INFINITY) {
      reach();
      kept.set(key, { json: JSON.stringify(value), untilMs: clock.nowMs + ttlMs });
    },
    async delete(key) {
      reach();
      kept.delete(key);
    },
    async readUnder<Value>(prefix: string) {
      reach();
      const found: { key: string; value: Value }[] = [];
      for (const key of kept.keys()) {
        const value = key.startsWith(prefix) ? await get<Value>(key) : undefined;
        if (value !== undefined) found.push({ key, value });
      }
      return found;
    },
    async deleteUnder(prefix) {
      reach();
      for (const key of [...kept.keys()]) if (key.startsWith(prefix)) kept.delete(key);
    },
  };
}
