import type { DatabaseSync } from 'node:sqlite';

const MAX_RETRIES = 20;

/** While another process writes to a new file, SQLite refuses WAL at once; waiting for an exclusive lock lets it finish. */
export function enableWriteAheadLog(connection: Pick<DatabaseSync, 'exec'>, retries = MAX_RETRIES): void {
  try {
    connection.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    if (retries === 0) throw error;
    connection.exec('BEGIN EXCLUSIVE; COMMIT');
    enableWriteAheadLog(connection, retries - 1);
  }
}
