import { setImmediate as nextTurn } from 'node:timers/promises';
import { isMaterialCapture } from '../../../src/library/material-capture.ts';
import type { PreparedArticle } from '../../../src/library/prepared-article.ts';
import type { ParsedFile } from '../../../src/library/store.ts';
import type { Database } from '../database.ts';

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

    known.set(keyOf(shown.number, article), isMaterialCapture(shown, article));
  }
  return {
    // A capture that follows another one of its article in the same batch is compared only now.
    has: (earlier, later) => known.get(keyOf(earlier, later)) ?? compareNow(database, earlier, later),
  };
}

function compareNow(database: Database, earlier: number, later: PreparedArticle): boolean {
  const version = database.row<Version>('SELECT number, title, body FROM versions WHERE number = ?', earlier);
  return version !== undefined && isMaterialCapture(version, later);
}
