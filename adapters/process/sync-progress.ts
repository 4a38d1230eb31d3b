import type { LibrarySync, LibrarySyncOptions } from '../../src/library/sync.ts';
import type { Translate } from '../../src/locales/messages.ts';
import type { ProgressLine } from './progress.ts';

/** What a library sync reports while it runs. */
export type SyncListener = Pick<LibrarySyncOptions, 'warn' | 'onProgress'>;

interface SyncProgressOptions {
  progress: ProgressLine;
  t: Translate;
  /** Gets a line for each part of the folder that is passed over. */
  warn(line: string): void;
}

/** A library sync whose first run shows how far it has come; the runs after it show nothing. */
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
    async run() {
      try {
        return await sync.run();
      } finally {
        progress.end();
      }
    },
  };
}
