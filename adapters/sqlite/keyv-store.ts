import type { KeyvStoreAdapter, StoredData } from 'keyv';
import type { Database } from './database.ts';

const PAGE = 500;

interface Row {
  key: string;
  value: string;
}

/**
 * A Keyv store on one table, a namespace of it. Expired keys read as absent and go for good with the next `clear` or
 * opening. What SQLite throws is rejected with, never answered as "absent".
 */
export function createKeyvStore(database: Database, namespace: string): KeyvStoreAdapter {
  const alive = '(expires IS NULL OR expires > ?)';
  const store: KeyvStoreAdapter = {
    // Keyv offers `iterator` only to stores whose dialect it knows.
    opts: { dialect: 'sqlite' },
    namespace,
    on: () => store,
    async get<Value>(key: string) {
      const found = database.row<Row>(
        `SELECT key, value FROM state WHERE namespace = ? AND key = ? AND ${alive}`,
        namespace,
        key,
        Date.now(),
      );
      return found?.value as StoredData<Value> | undefined;
    },
    async getMany<Value>(keys: string[]) {
      return Promise.all(keys.map((key) => store.get<Value>(key))) as Promise<StoredData<Value | undefined>[]>;
    },
    async set(key: string, value: string, ttlMs?: number) {
      const expires = ttlMs === undefined ? null : Math.ceil(Date.now() + ttlMs);
      database.run('INSERT OR REPLACE INTO state VALUES (?, ?, ?, ?)', namespace, key, value, expires);
      return true;
    },
    async delete(key: string) {
      return database.run('DELETE FROM state WHERE namespace = ? AND key = ?', namespace, key) > 0;
    },
    async clear() {
      database.run('DELETE FROM state WHERE namespace = ?', namespace);
    },
    async has(key: string) {
      return (await store.get(key)) !== undefined;
    },
    // Page by page, by key: one statement over everything would hold all of it, and writing while it runs is undefined.
    async *iterator() {
      const next = `SELECT key, value FROM state WHERE namespace = ? AND key > ? AND ${alive} ORDER BY key LIMIT ${PAGE}`;
      for (let after: string | undefined = ''; after !== undefined; ) {
        const page: Row[] = database.rows<Row>(next, namespace, after, Date.now());
        for (const { key, value } of page) yield [key, value];
        after = page.length < PAGE ? undefined : page.at(-1)?.key;
      }
    },
  };
  return store;
}

/** Removes what has expired, in all namespaces. */
export function sweepExpired(database: Database): void {
  database.run('DELETE FROM state WHERE expires IS NOT NULL AND expires <= ?', Date.now());
}
