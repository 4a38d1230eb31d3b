import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup as copyPages, DatabaseSync } from 'node:sqlite';
import { createFolder } from '../shared/create-folder.ts';
import type { StoreBackup } from '../shared/store-driver.ts';
import { storeError } from '../shared/store-failure.ts';
import { toStoreError } from './errors.ts';
import { assertOwn, migrate } from './migrate.ts';
import { lockFile } from './process-lock.ts';
import { MIGRATIONS } from './schema.ts';
import { draftOf, publish } from './state-file.ts';

/** More pages than a file has: between two steps a write of another process would make SQLite start again. */
const ALL_PAGES = 2 ** 31 - 1;
const BUSY_TIMEOUT_MS = 10_000;

/**
 * Copies a state file, also while a bot uses it. The copy gets its name only when it is complete and has been checked.
 * Rejects with `StoreError`. A file of that name must not exist.
 */
export async function backUp(path: string, file: string): Promise<StoreBackup> {
  const draft = draftOf(file);
  try {
    const source = openSource(path);
    try {
      await copyPages(source, draft, { rate: ALL_PAGES });
    } finally {
      source.close();
    }
    const found = check(draft, path);
    publish(draft, file);
    return found;
  } catch (error) {
    throw toStoreError(error, file);
  } finally {
    remove(draft);
  }
}

/**
 * Puts a backup in the place of a state file, which is kept under another name: `replaced`, undefined if there was none.
 * Throws `StoreError`, and changes nothing, if the backup cannot be used or a bot is using the state file.
 */
export function restore(path: string, { file, now }: { file: string; now: Date }): StoreBackup & { replaced?: string } {
  const draft = draftOf(path);
  try {
    createFolder(dirname(path));
    copyFileSync(file, draft);
    const found = check(draft, file);
    const unlock = lockFile(path);
    if (unlock === undefined) throw storeError('in-use', path);
    try {
      const replaced = existsSync(path) ? keep(path, `${path}.${now.toISOString().replace(/[:.]/g, '-')}`) : undefined;
      renameSync(draft, path);
      return { ...found, ...(replaced !== undefined && { replaced }) };
    } finally {
      unlock();
    }
  } catch (error) {
    throw toStoreError(error, path);
  } finally {
    remove(draft);
  }
}

function openSource(path: string): DatabaseSync {
  try {
    const source = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    assertOwn(source, { path, migrations: MIGRATIONS });
    return source;
  } catch (error) {
    throw toStoreError(error, path);
  }
}

/** Migrates a copy to this version, and counts what is in it. Throws `StoreError` about the file that it is a copy of. */
function check(draft: string, path: string): StoreBackup {
  const copy = new DatabaseSync(draft);
  try {
    if (assertOwn(copy, { path, migrations: MIGRATIONS }) === 0) throw storeError('foreign', path);
    migrate(copy, { path, migrations: MIGRATIONS });
    const [verdict] = copy.prepare('PRAGMA integrity_check(1)').all();
    if (verdict?.['integrity_check'] !== 'ok') throw storeError('damaged', path);
    const count = (table: string) => Number(copy.prepare(`SELECT count(*) AS total FROM ${table}`).get()?.['total']);
    return { articles: count('articles'), subscriptions: count('subscriptions') };
  } catch (error) {
    throw toStoreError(error, path);
  } finally {
    copy.close();
  }
}

/** The file stays in its place too until the backup replaces it, so that a crash in between loses nothing. */
function keep(path: string, name: string): string {
  settle(path);
  copyFileSync(path, name);
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${name}-wal`);
  rmSync(`${path}-shm`, { force: true });
  return name;
}

/** Moves what SQLite keeps beside the file into it. */
function settle(path: string): void {
  try {
    const connection = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    connection.close();
  } catch (error) {
    // A damaged file is kept as it is, with what is beside it.
    if (toStoreError(error, path) === error) throw error;
  }
}

function remove(draft: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(draft + end, { force: true });
}
