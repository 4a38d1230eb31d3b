import type { StoredData } from 'keyv';
import type { KeyvStore } from '../shared/keyv-store.ts';
import type { Database } from './database.ts';

const KEYS_PER_PAGE = 500;

interface StateRow {
  key: string;
  value: string;
}

/**
 * A Keyv store for one namespace of a table. Expired keys read as absent until `sweepExpired` deletes them. Errors of SQLite reject; they never read as "absent".
 */
export function createKeyvStore(database: Database, namespace: string): KeyvStore {
  const notExpired = '(expires IS NULL OR expires > ?)';
  const store: KeyvStore = {
    // Keyv uses `iterator` only for stores with a dialect it supports.
    opts: { dialect: 'sqlite' },
    namespace,
    on: () => store,
    async get<Value>(key: string) {
      const row = database.row<StateRow>(
        `SELECT key, value FROM state WHERE namespace = ? AND key = ? AND ${notExpired}`,
        namespace,
        key,
        Date.now(),
      );
      return row?.value as StoredData<Value> | undefined;
    },
    async getMany<Value>(keys: string[]) {
      return Promise.all(keys.map((key) => store.get<Value>(key))) as Promise<StoredData<Value | undefined>[]>;
    },
    async set(key: string, value: string, ttlMs?: number) {
      const expires = ttlMs === undefined ? null : Math.ceil(Date.now() + ttlMs);
      const sql = 'INSERT OR REPLACE INTO state VALUES (?, ?, ?, ?)';
      await database.write(() => database.run(sql, namespace, key, value, expires));
      return true;
    },
    async putIfAbsent(key: string, value: string, ttlMs?: number) {
      const now = Date.now();
      const sql = `INSERT INTO state VALUES (?, ?, ?, ?) ON CONFLICT (namespace, key)
        DO UPDATE SET value = excluded.value, expires = excluded.expires WHERE expires <= ? OR value = excluded.value`;
      const expires = ttlMs === undefined ? null : Math.ceil(now + ttlMs);
      return await database.write(() => database.run(sql, namespace, key, value, expires, now) > 0);
    },
    async delete(key: string) {
      const sql = 'DELETE FROM state WHERE namespace = ? AND key = ?';
      return await database.write(() => database.run(sql, namespace, key) > 0);
    },
    async clear() {
      await database.write(() => database.run('DELETE FROM state WHERE namespace = ?', namespace));
    },
    async has(key: string) {
      return (await store.get(key)) !== undefined;
    },
    // In pages by key: one statement would load everything, and writing while it is open is undefined behaviour.
    async *iterator() {
      const sql = `SELECT key, value FROM state WHERE namespace = ? AND key > ? AND ${notExpired} ORDER BY key LIMIT ${KEYS_PER_PAGE}`;
      for (let after: string | undefined = ''; after !== undefined; ) {
        const page: StateRow[] = database.rows<StateRow>(sql, namespace, after, Date.now());
        for (const { key, value } of page) yield [key, value];
        after = page.length < KEYS_PER_PAGE ? undefined : page.at(-1)?.key;
      }
    },
  };
  return store;
}

/** Deletes expired keys in all namespaces. */
export async function sweepExpired(database: Database): Promise<void> {
  const sql = 'DELETE FROM state WHERE expires IS NOT NULL AND expires <= ?';
  await database.write(() => database.run(sql, Date.now()));
}
