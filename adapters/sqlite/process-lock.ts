import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { storeError } from '../shared/store-failure.ts';
import type { Database } from './database.ts';
import { toStoreError } from './errors.ts';

/** Who holds the lock. */
interface Holder {
  pid: number;
  host: string;
  since: string;
}

/** Where the state file keeps who holds its lock. */
export const LOCK_NAMESPACE = 'process';
const KEY = 'lock';
const SQLITE_BUSY = 5;

/**
 * Locks a state file for the one process that delivers, until the returned function is called or the process ends, however
 * it ends: the lock is the operating system's, on a file beside it. Throws `StoreError` that names who holds it.
 */
export function lockForDelivery(database: Database, now: Date): () => void {
  const { path } = database;
  if (path === ':memory:') return () => undefined;
  const unlock = lockToMove(database);
  const holder: Holder = { pid: process.pid, host: hostname(), since: now.toISOString() };
  database.run('INSERT OR REPLACE INTO state VALUES (?, ?, ?, NULL)', LOCK_NAMESPACE, KEY, JSON.stringify(holder));
  return unlock;
}

/** Takes the same lock without a note of who holds it. */
export function lockToMove(database: Database): () => void {
  const { path } = database;
  const unlock = lockFile(path);
  if (unlock === undefined) throw storeError('in-use', path, { detail: describeHolder(database) });
  return unlock;
}

/** Takes the same lock without opening the state file. Returns undefined if another process has it. */
export function lockFile(path: string): (() => void) | undefined {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN IMMEDIATE');
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (!isLocked(error)) throw toStoreError(error, path);
    return undefined;
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

/** Such as `(process 42 on host-a, since 2026-11-29T08:00:00.000Z)`. */
function describeHolder(database: Database): string {
  const sql = 'SELECT value FROM state WHERE namespace = ? AND key = ?';
  const row = database.row<{ value: string }>(sql, LOCK_NAMESPACE, KEY);
  if (row === undefined) return '';
  const { pid, host, since } = JSON.parse(row.value) as Holder;
  return `(process ${pid} on ${host}, since ${since})`;
}
