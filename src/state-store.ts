/** Small pieces of state that outlive a restart, by key; a store that is out of reach rejects, it never says "absent". */
export interface StateStore {
  get<Value>(key: string): Promise<Value | undefined>;
  set<Value>(key: string, value: Value, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Removes all keys that begin so; it goes through every key, and is for what is rare. */
  deleteUnder(prefix: string): Promise<void>;
}
