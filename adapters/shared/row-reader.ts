import { ZodError } from 'zod';
import type { UnreadableEntry } from '../../src/state.ts';
import { storeError } from './store-failure.ts';

type Kind = UnreadableEntry['kind'];

/** Reads stored rows one by one, so that one that cannot be read holds up no other. */
export interface RowReader {
  /** What `parse` makes of a row; undefined, and reported once, if it throws. */
  read<Result>(row: { kind: Kind; id: string }, parse: () => Result): Result | undefined;
  /** The same for what takes a while. */
  readLater<Result>(row: { kind: Kind; id: string }, parse: () => Promise<Result>): Promise<Result | undefined>;
}

/** Creates a reader that reports each unreadable row of a store once. */
export function createRowReader(label: string, report: (error: unknown) => void): RowReader {
  const reported = new Set<string>();
  function reportOnce(row: { kind: Kind; id: string }, error: unknown): undefined {
    const key = `${row.kind} ${row.id}`;
    if (!reported.has(key)) report(storeError('unreadable', label, { detail: describe(row, error), cause: error }));
    reported.add(key);
  }
  return {
    read(row, parse) {
      try {
        return parse();
      } catch (error) {
        return reportOnce(row, error);
      }
    },
    readLater: (row, parse) => parse().catch((error: unknown) => reportOnce(row, error)),
  };
}

/** What is wrong with a row; nothing if `parse` can read it. */
export function problemOf(row: { kind: Kind; id: string }, parse: () => unknown): UnreadableEntry[] {
  try {
    parse();
    return [];
  } catch (error) {
    return [{ ...row, why: reasonOf(error) }];
  }
}

function describe({ kind, id }: { kind: Kind; id: string }, error: unknown): string {
  return `(${kind} ${id}: ${reasonOf(error)})`;
}

/** In one line. */
function reasonOf(error: unknown): string {
  if (error instanceof ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
}
