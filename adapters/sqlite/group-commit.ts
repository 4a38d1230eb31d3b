import { StoreError } from '../../src/library/store-error.ts';
import type { Database } from './database.ts';

/** Groups writes that are requested together into one transaction, and so one disk flush (group commit). */
export interface GroupCommit {
  /** Resolves to the result of `work` once it is on disk; an error of `work` rolls back and rejects this write alone. */
  write<Result>(work: () => Result): Promise<Result>;
  /** Commits the waiting writes at once. */
  flush(): void;
}

interface PendingWrite {
  /** Does the work, and returns a function that resolves the write. */
  run(): () => void;
  reject(error: unknown): void;
}

/** A flush blocks the process for milliseconds: a hundred writes that arrive together need only one. */
export function createGroupCommit(database: Database): GroupCommit {
  let waiting: PendingWrite[] = [];

  function flush(): void {
    const writes = waiting;
    waiting = [];
    if (writes.length > 0) commit(database, writes);
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        const run = () => {
          const result = work();
          return () => resolve(result);
        };
        waiting.push({ run, reject });
      }),
    flush,
  };
}

function commit(database: Database, writes: readonly PendingWrite[]): void {
  try {
    const resolvers = database.transaction(() => writes.map(({ run }) => run()));
    for (const resolve of resolvers) resolve();
  } catch (error) {
    if (writes.length > 1 && !(error instanceof StoreError)) for (const write of writes) commit(database, [write]);
    else for (const { reject } of writes) reject(error);
  }
}
