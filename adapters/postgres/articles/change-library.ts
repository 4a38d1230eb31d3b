import type { Database, Queries } from '../database.ts';

/** A transaction that changes articles. */
export interface LibraryChange {
  queries: Queries;
  /** The next position. */
  nextPosition(): number;
}

/**
 * Changes articles, one process at a time: positions must appear in their order, because whoever reads up to a position never
 * looks back.
 */
export async function changeLibrary(database: Database, work: (change: LibraryChange) => Promise<void>): Promise<void> {
  await database.transaction(async (queries) => {
    const before = (await queries.row<{ last: number }>('SELECT last FROM arrivals FOR UPDATE'))?.last ?? 0;
    let last = before;
    const nextPosition = () => {
      last += 1;
      return last;
    };
    await work({ queries, nextPosition });
    if (last > before) await queries.run('UPDATE arrivals SET last = $1', last);
  });
}
