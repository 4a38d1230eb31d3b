import type { LibraryStore } from '../src/library/store.ts';
import type { LibrarySync } from '../src/library/sync.ts';
import type { Translate } from '../src/locales/messages.ts';
import { createProgress } from './process/progress.ts';
import { type SyncListener, withProgress } from './process/sync-progress.ts';
import { createFolderSync } from './snapshots/folder-sync.ts';

interface OpenSyncOptions {
  store: LibraryStore;
  /** The folder of snapshots. */
  folder: string;
  /** Shows the progress of the first run; undefined for none. */
  stream: Parameters<typeof createProgress>[0];
  t: Translate;
  now(): Date;
  /** Stops between two files. */
  signal: AbortSignal;
  /** Gets a line for each skipped part. */
  warn(line: string): void;
}

/** Creates the sync of the library with its folder. */
export function openLibrarySync({ store, folder, stream, t, now, signal, warn }: OpenSyncOptions): LibrarySync {
  const createSync = (listener: SyncListener) => createFolderSync(folder, { ...listener, store, now, signal });
  return withProgress(createSync, { progress: createProgress(stream, now), t, warn });
}
