import type { LibrarySync } from '../../src/library/sync/sync.ts';
import type { FolderSyncOptions } from '../../src/library/sync/sync-folder.ts';
import type { Translate } from '../../src/locales/messages.ts';
import type { ProgressLine } from './progress.ts';

/** The callbacks of a running library sync. */
export type SyncListener = Pick<FolderSyncOptions, 'warn' | 'onProgress'>;

interface SyncProgressOptions {
  progress: ProgressLine;
  /** Creates the progress line of each later run. */
  createLater(): ProgressLine;
  t: Translate;
  /** Gets a line for each skipped part of the folder. */
  warn(line: string): void;
}

/** Creates a library sync whose runs show their progress, the first one in a line of its own. */
export function withProgress(
  createSync: (listener: SyncListener) => LibrarySync,
  { progress: first, createLater, t, warn }: SyncProgressOptions,
): LibrarySync {
  let progress = first;
  let hasRun = false;
  const sync = createSync({
    warn(line) {
      progress.clear();
      warn(line);
    },
    onProgress: ({ done, total }) => progress.report(() => t('console.reading', { done, total })),
  });
  return {
    async run(urgent) {
      if (hasRun) progress = createLater();
      try {
        return await sync.run(urgent);
      } finally {
        progress.end();
        hasRun = true;
      }
    },
  };
}
