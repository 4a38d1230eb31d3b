import type { StoredData } from 'keyv';
import type { KeyvStore } from '../shared/keyv-store.ts';
import type { Database } from './database.ts';

const KEYS_PER_PAGE = 500;

interface StateRow {
  key: string;
  value: string;
}

/** A Keyv store for one namespace of a table. Expired keys read as absent until `sweepExpired` deletes them. */
export function createKeyvStore(database: Database, namespace: string): KeyvStore {
  const notExpired = '(expires IS NULL OR expires > $3)';
  const store: KeyvStore = {
    // Keyv uses `iterator` only for stores with a dialect it supports.
    opts: { dialect: 'postgres' },
    namespace,
    on: () => store,
    async get<Value>(key: string) {
      const sql = `SELECT value FROM state WHERE namespace = $1 AND key = $2 AND ${notExpired}`;
      const row = await database.row<StateRow>(sql, namespace, key, Date.now());
      return row?.value as StoredData<Value> | undefined;
    },
    async set(key: string, value: string, ttlMs?: number) {
      const expires = ttlMs === undefined ? null : Math.ceil(Date.now() + ttlMs);
      const sql = `INSERT INTO state VALUES ($1, $2, $3, $4)
        ON CONFLICT (namespace, key) DO UPDATE SET value = excluded.value, expires = excluded.expires`;
      await database.run(sql, namespace, key, value, expires);
      return true;
    },
    async putIfAbsent(key: string, value: string, ttlMs?: number) {
      const now = Date.now();
      // The same value again: it may be tried twice if the connection is lost.
      const sql = `INSERT INTO state VALUES ($1, $2, $3, $4) ON CONFLICT (namespace, key)
        DO UPDATE SET value = excluded.value, expires = excluded.expires
        WHERE state.expires <= $5 OR state.value = excluded.value`;
      const expires = ttlMs === undefined ? null : Math.ceil(now + ttlMs);
      return (await database.run(sql, namespace, key, value, expires, now)) > 0;
    },
    delete: async (key: string) =>
      (await database.run('DELETE FROM state WHERE namespace = $1 AND key = $2', namespace, key)) > 0,
    async clear() {
      await database.run('DELETE FROM state WHERE namespace = $1', namespace);
    },
    async *iterator() {
      const sql = `SELECT key, value FROM state WHERE namespace = $1 AND key > $2 AND ${notExpired}
        ORDER BY key LIMIT ${KEYS_PER_PAGE}`;
      for (let after: string | undefined = ''; after !== undefined; ) {
        const page: StateRow[] = await database.rows<StateRow>(sql, namespace, after, Date.now());
        for (const { key, value } of page) yield [key, value];
        after = page.length < KEYS_PER_PAGE ? undefined : page.at(-1)?.key;
      }
    },
  };
  return store;
}

/** Deletes expired keys in all namespaces. */
export async function sweepExpired(database: Database): Promise<void> {
  await database.run('DELETE FROM state WHERE expires IS NOT NULL AND expires <= $1', Date.now());
}
