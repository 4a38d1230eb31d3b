/** Persistent values by key. An unreachable store rejects; it never returns undefined instead. */
export interface StateStore {
  get<Value>(key: string): Promise<Value | undefined>;
  set<Value>(key: string, value: Value, ttlMs?: number): Promise<void>;
  /**
   * Sets a value unless there is another one, atomically. Resolves to whether this value is there now: two processes of which
   * one may win must set different values.
   */
  putIfAbsent<Value>(key: string, value: Value, ttlMs: number): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** All values whose keys have a prefix, in any order. It scans every key, so it is for rare operations. */
  readUnder<Value>(prefix: string): Promise<readonly { key: string; value: Value }[]>;
  /** Removes all keys with a prefix. It scans every key, so it is for rare operations. */
  deleteUnder(prefix: string): Promise<void>;
}
