import type { KeyvStoreAdapter } from 'keyv';

/** A store for Keyv that can also write on a condition. */
export interface KeyvStore extends KeyvStoreAdapter {
  /** Sets a value unless there is another one that has not expired. Resolves to whether this value is there now. */
  putIfAbsent(key: string, value: string, ttlMs?: number): Promise<boolean>;
}
