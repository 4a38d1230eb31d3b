import type { IndexedText } from '../../../src/library/indexed-text.ts';
import type { Database } from '../database.ts';

/** Changes of the search index, collected during a transaction. */
export interface PendingIndex {
  /** Indexes an article by this text, instead of any earlier one. */
  set(number: number, text: IndexedText): void;
  remove(number: number): void;
  /** Writes all changes. Must be called before the transaction ends. */
  flush(): void;
}

/**
 * Collects changes of the search index, to write them one after another: any other statement in between makes FTS5 write a
 * segment of its own for each article, which takes ten times as long.
 */
export function createPendingIndex(database: Database): PendingIndex {
  const changes = new Map<number, IndexedText | undefined>();
  return {
    set: (number, text) => void changes.set(number, text),
    remove: (number) => void changes.set(number, undefined),
    flush() {
      for (const number of changes.keys()) database.run('DELETE FROM words WHERE rowid = ?', number);
      for (const [number, indexed] of changes) {
        if (indexed === undefined) continue;
        const { title, headings, text } = indexed;
        database.run(
          'INSERT INTO words (rowid, title, headings, text) VALUES (?, ?, ?, ?)',
          ...[number, title, headings, text],
        );
      }
      changes.clear();
    },
  };
}
