import { StoreError } from '../../src/library/store-error.ts';
import type { Database } from './database.ts';

/** Groups writes that are requested together into one transaction, and so one disk flush (group commit). */
export interface GroupCommit {
  /** Resolves to the result of `work` once it is on disk; an error of `work` rolls back and rejects this write alone. */
  write<Result>(work: () => Result): Promise<Result>;
  /** Commits the waiting writes at once; resolves when all are settled. */
  flush(): Promise<void>;
}

interface PendingWrite {
  /** Does the work, and returns a function that resolves the write. */
  run(): () => void;
  reject(error: unknown): void;
}

/** A flush blocks the process for milliseconds: a hundred writes that arrive together need only one. */
export function createGroupCommit(database: Pick<Database, 'write'>): GroupCommit {
  let waiting: PendingWrite[] = [];

  async function flush(): Promise<void> {
    const writes = waiting;
    waiting = [];
    // With nothing waiting too, it ends after what was begun before.
    await commit(database, writes);
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(() => void flush());
        const run = () => {
          const result = work();
          return () => resolve(result);
        };
        waiting.push({ run, reject });
      }),
    flush,
  };
}

async function commit(database: Pick<Database, 'write'>, writes: readonly PendingWrite[]): Promise<void> {
  try {
    const resolvers = await database.write(() => writes.map(({ run }) => run()));
    for (const resolve of resolvers) resolve();
  } catch (error) {
    if (writes.length > 1 && !(error instanceof StoreError))
      for (const write of writes) await commit(database, [write]);
    else for (const { reject } of writes) reject(error);
  }
}
