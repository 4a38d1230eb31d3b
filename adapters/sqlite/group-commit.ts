import { StoreError } from '../../src/library/store-error.ts';
import type { Database } from './database.ts';

/** Writes that share a transaction, and so a disk flush, with all others that are asked for in the same moment. */
export interface GroupCommit {
  /** Resolves to what `work` gave once that is on the disk; what `work` throws undoes and rejects this write alone. */
  write<Result>(work: () => Result): Promise<Result>;
  /** Does at once what is still waiting. */
  flush(): void;
}

interface Write {
  /** Does the work, and gives what tells of it. */
  run(): () => void;
  reject(error: unknown): void;
}

/** A flush takes milliseconds and stops everything meanwhile: a hundred parts that arrive together need only one. */
export function createGroupCommit(database: Database): GroupCommit {
  let waiting: Write[] = [];

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

function commit(database: Database, writes: readonly Write[]): void {
  try {
    const told = database.transaction(() => writes.map(({ run }) => run()));
    for (const tell of told) tell();
  } catch (error) {
    if (writes.length > 1 && !(error instanceof StoreError)) for (const write of writes) commit(database, [write]);
    else for (const { reject } of writes) reject(error);
  }
}
