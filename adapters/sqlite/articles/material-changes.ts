import { setImmediate as nextTurn } from 'node:timers/promises';
import { isMaterialChange } from '../../../src/library/diff.ts';
import { exceedsUnpacked } from '../../../src/library/packed-article.ts';
import type { PreparedArticle } from '../../../src/library/prepared-article.ts';
import type { ParsedFile } from '../../../src/library/store.ts';
import type { Database } from '../database.ts';
import { unpackIfReadable } from '../rows.ts';

/** Which captures of a batch change their article so much that its readers should be notified. */
export interface MaterialChanges {
  /** Whether a capture does so against an earlier version. */
  has(earlier: number, later: PreparedArticle): boolean;
}

interface Version {
  number: number;
  title: string;
  body: Uint8Array;
}

/** A long novel. Unpacking more would stop the process for too long. */
const MAX_COMPARED_BYTES = 1024 * 1024;
/** Of an article that is too large to compare, the share by which its size changes. */
const MIN_MATERIAL_GROWTH = 0.2;
const SHOWN = `SELECT v.number, v.title, v.body FROM articles a JOIN versions v ON v.number = a.shown
  WHERE a.id = ? AND NOT EXISTS (SELECT 1 FROM versions WHERE bytes = ?)`;

/**
 * Compares captures with what is shown of their articles, one in each turn of the event loop. In the transaction that saves a
 * batch, this would stop the process for seconds.
 */
export async function findMaterialChanges(
  database: Database,
  parsedFiles: readonly ParsedFile[],
): Promise<MaterialChanges> {
  const known = new Map<string, boolean>();
  const keyOf = (number: number, { content }: PreparedArticle) => `${number} ${content}`;
  for (const parsed of parsedFiles) {
    if (!('capture' in parsed)) continue;
    const { bytes, article } = parsed.capture;
    const shown = database.row<Version>(SHOWN, article.entry.id, bytes);
    if (shown === undefined) continue;
    await nextTurn();

    known.set(keyOf(shown.number, article), isMaterial(shown, article));
  }
  return {
    // A capture that follows another one of its article in the same batch is compared only now.
    has: (earlier, later) => known.get(keyOf(earlier, later)) ?? compareNow(database, earlier, later),
  };
}

function compareNow(database: Database, earlier: number, later: PreparedArticle): boolean {
  const version = database.row<Version>('SELECT number, title, body FROM versions WHERE number = ?', earlier);
  return version !== undefined && isMaterial(version, later);
}

function isMaterial({ title, body }: Version, { entry, packed }: PreparedArticle): boolean {
  if (title !== entry.title) return true;
  if (exceedsUnpacked(body, MAX_COMPARED_BYTES) || exceedsUnpacked(packed, MAX_COMPARED_BYTES)) {
    const longest = Math.max(body.length, packed.length);
    return Math.abs(body.length - packed.length) > longest * MIN_MATERIAL_GROWTH;
  }
  const [earlier, later] = [unpackIfReadable(body), unpackIfReadable(packed)];
  return earlier !== undefined && later !== undefined && isMaterialChange(earlier, later);
}
