import { createFolderSync, type FolderSyncOptions } from './sync-folder.ts';
import type { SyncReport } from './sync-snapshots.ts';

/** Keeps a library in sync with folders. */
export interface LibrarySync {
  /**
   * Syncs new, changed and deleted files. Does nothing, and resolves to undefined, while another run is active, and while a
   * run would take too large a share of the time. With `urgent` folders, it syncs only these, whatever share that takes.
   * Rejects like `syncSnapshots`; the next run continues.
   */
  run(urgent?: ReadonlySet<string>): Promise<SyncReport | undefined>;
}

/** Creates the sync of several folders, by name, one after the other. */
export function createLibrarySync(folders: ReadonlyMap<string, FolderSyncOptions>): LibrarySync {
  const syncs = [...folders].map(([name, options]) => ({ name, ...createFolderSync(options) }));
  let isRunning = false;
  return {
    async run(urgent) {
      if (isRunning) return undefined;
      isRunning = true;
      try {
        let total: SyncReport | undefined;
        for (const { name, run } of syncs) {
          if (urgent !== undefined && !urgent.has(name)) continue;
          total = add(total, await run(urgent !== undefined));
        }
        return total;
      } finally {
        isRunning = false;
      }
    },
  };
}

function add(one: SyncReport | undefined, other: SyncReport | undefined): SyncReport | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    files: one.files + other.files,
    missing: one.missing + other.missing,
    gone: one.gone + other.gone,
    unsettled: one.unsettled + other.unsettled,
    read: one.read + other.read,
    refused: one.refused + other.refused,
  };
}
