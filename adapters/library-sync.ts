import type { LibraryStore } from '../src/library/store.ts';
import type { LibrarySync } from '../src/library/sync/sync.ts';
import type { Translate } from '../src/locales/messages.ts';
import type { Metrics } from '../src/metrics.ts';
import type { Config } from './index.ts';
import { hidesInfo } from './process/log.ts';
import { createProgress } from './process/progress.ts';
import { type SyncListener, withProgress } from './process/sync-progress.ts';
import { createFolder } from './shared/create-folder.ts';
import { createFolderSync, type SnapshotSource } from './snapshots/folder-sync.ts';
import { watchFolder } from './snapshots/watch-folder.ts';
import { sourcesOf } from './sources.ts';

interface OpenSyncOptions {
  store: LibraryStore;
  config: Pick<Config, 'snapshots' | 'mirrors' | 'log'>;
  /** Whether the folders are watched. */
  watches: boolean;
  /** Shows the progress of the first run, and of later ones that take long. */
  stream: NonNullable<Parameters<typeof createProgress>[0]>;
  t: Translate;
  /** Stops between two files. */
  signal: AbortSignal;
  /** Measures how long parsing takes. */
  metrics?: Metrics;
  /** Gets a line for each skipped part. */
  warn(line: string): void;
}

/** The sync of a library with folders that may be watched. */
export interface WatchedSync extends LibrarySync {
  /** From now on, calls with the name of each folder that changes, and at once for those that have changed since their first run. */
  listen(onChange: (folder: string) => void): void;
}

/** The sync of a process that reads no folder. */
export const NO_SYNC: WatchedSync = { run: async () => undefined, listen: () => undefined };

/** Creates the sync of the library with its folders. */
export function openLibrarySync({ config, watches, stream, t, warn, ...options }: OpenSyncOptions): WatchedSync {
  const { keepsDeleted, captured } = config.snapshots;
  if (watches) tryToCreate(captured);
  const unheard = new Set<string>();
  let onChange = (name: string): void => void unheard.add(name);
  const watched = ({ name, path }: SnapshotSource) =>
    watchFolder({ root: path, onChange: () => onChange(name), warn }).readFolder;
  const all = sourcesOf(config).map((one) => (watches && !one.adapt ? { ...one, readFolder: watched(one) } : one));
  const now = () => new Date();
  const createSync = (listener: SyncListener) => createFolderSync(all, { ...options, ...listener, keepsDeleted, now });
  const shown = hidesInfo(config.log.level) ? undefined : stream;
  const progress = createProgress(shown, now);
  // In whole lines, since there may be a prompt by then.
  const createLater = () => createProgress(shown && { write: (text) => shown.write(text) }, now);
  return {
    ...withProgress(createSync, { progress, createLater, t, warn }),
    listen(call) {
      onChange = call;
      for (const name of unheard) call(name);
    },
  };
}

/** Creates the folder of captures, so that it is watched before the first one. */
function tryToCreate(path: string): void {
  try {
    createFolder(path);
  } catch {
    // Then a capture cannot be written either, and says why.
  }
}
