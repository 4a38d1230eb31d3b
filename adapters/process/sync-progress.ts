import type { LibrarySync } from '../../src/library/sync.ts';
import type { FolderSyncOptions } from '../../src/library/sync-folder.ts';
import type { Translate } from '../../src/locales/messages.ts';
import type { ProgressLine } from './progress.ts';

/** The callbacks of a running library sync. */
export type SyncListener = Pick<FolderSyncOptions, 'warn' | 'onProgress'>;

interface SyncProgressOptions {
  progress: ProgressLine;
  t: Translate;
  /** Gets a line for each skipped part of the folder. */
  warn(line: string): void;
}

/** Creates a library sync whose first run shows its progress. Later runs show nothing. */
export function withProgress(
  createSync: (listener: SyncListener) => LibrarySync,
  { progress, t, warn }: SyncProgressOptions,
): LibrarySync {
  const sync = createSync({
    warn(line) {
      progress.clear();
      warn(line);
    },
    onProgress: ({ done, total }) => progress.report(() => t('console.reading', { done, total })),
  });
  return {
    async run(urgent) {
      try {
        return await sync.run(urgent);
      } finally {
        progress.end();
      }
    },
  };
}
