import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createFolder } from '../shared/create-folder.ts';
import { storeError } from '../shared/store-failure.ts';
import { migrate } from './migrate.ts';

/** Where the data of a file that was deleted under a running bot is saved. */
export const rescuedPath = (path: string): string => `${path}.rescued`;

/**
 * Makes sure that the file exists. A new one appears whole or not at all. Throws `StoreError` instead of creating one over
 * what may be a loss: a file of zero bytes, or the remains of a file that is missing.
 */
export function ensureStateFile(path: string, migrations: readonly string[]): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() === true && found.size === 0) throw storeError('empty', path);
  if (found !== undefined) return;
  if (existsSync(rescuedPath(path))) throw storeError('rescued', path);
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) throw storeError('incomplete', path);
  createFolder(dirname(path));
  create(path, migrations);
}

/** A name beside the file, for what is not complete yet. */
export const draftOf = (path: string): string => `${path}.${randomUUID()}.new`;

/** Two processes may create it at once: both then use the file of the first one. */
function create(path: string, migrations: readonly string[]): void {
  const draft = draftOf(path);
  try {
    const connection = new DatabaseSync(draft, { timeout: 10_000 });
    try {
      migrate(connection, { path, migrations });
    } finally {
      connection.close();
    }
    publish(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Gives the file its name, unless another one has it. */
export function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch {
    // There is one already, or the file system has no hard links.
    if (!existsSync(path)) renameSync(draft, path);
  }
}
