import type { DatabaseSync } from 'node:sqlite';

/** Commits everything that `work` does, or rolls it back. Takes the write lock first, so that it never has to restart. */
export function transact<Result>(connection: DatabaseSync, work: () => Result): Result {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    // On a full disk SQLite has already rolled back (https://www.sqlite.org/lang_transaction.html).
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
