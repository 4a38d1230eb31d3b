import { isLarge } from '../../../src/library/packed-article.ts';
import { type ListedArticle, prepareListed, prepareListedAtOnce } from '../../../src/library/prepared-article.ts';
import { runSteps } from '../../shared/run-steps.ts';
import type { Database } from '../database.ts';

/** Stored versions that are shown again, because a newer one is gone. */
export interface EarlierVersions {
  /** Undefined if it cannot be read. Rolls the transaction back and begins anew if it takes long. */
  read(number: number): ListedArticle | undefined;
}

/** A large version, which is prepared outside of the transaction. */
class LargeVersion extends Error {
  readonly number: number;
  readonly body: Uint8Array;
  constructor(number: number, body: Uint8Array) {
    super(`Version ${number} is prepared first.`);
    this.number = number;
    this.body = body;
  }
}

/**
 * Commits what `work` does. A large version that it needs is prepared in steps between two attempts: in the transaction, the
 * process would stop for seconds, and other processes could not write.
 */
export async function writeWithVersions(database: Database, work: (earlier: EarlierVersions) => void): Promise<void> {
  const prepared = new Map<number, ListedArticle | undefined>();
  const read = (number: number) => (prepared.has(number) ? prepared.get(number) : readNow(database, number));
  for (;;) {
    const needed = await database.write(() => work({ read })).catch((error: unknown) => asLargeVersion(error));
    if (needed === undefined) return;
    prepared.set(needed.number, await prepareListed(needed.body, runSteps));
  }
}

function readNow(database: Database, number: number): ListedArticle | undefined {
  const found = database.row<{ body: Uint8Array }>('SELECT body FROM versions WHERE number = ?', number);
  if (found === undefined) throw new Error(`Version ${number} is listed but not stored.`);
  if (isLarge(found.body)) throw new LargeVersion(number, found.body);
  return prepareListedAtOnce(found.body);
}

function asLargeVersion(error: unknown): LargeVersion {
  if (error instanceof LargeVersion) return error;
  throw error;
}
