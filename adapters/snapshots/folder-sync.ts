import { nameFolder, removedFolders } from '../../src/library/sync/named-folder.ts';
import type { SnapshotFolder } from '../../src/library/sync/snapshot-folder.ts';
import { createLibrarySync, type LibrarySync } from '../../src/library/sync/sync.ts';
import type { FolderSyncOptions } from '../../src/library/sync/sync-folder.ts';
import { type Metrics, NO_METRICS } from '../../src/metrics.ts';
import { openSnapshots, type ReadFolder } from './files.ts';
import { meterParser } from './meter-parser.ts';
import { startParser } from './parser.ts';
import { startParserPool } from './parser-pool.ts';
import { parserVersion } from './parser-version.ts';

/** A folder that the library is read from. */
export interface SnapshotSource {
  /** Names its files in the library, so it stays the same for ever; empty for the folder that there always was. */
  name: string;
  path: string;
  /** The setting that names it. Without it, the folder need not exist. */
  setting?: string;
  /** Replaces how entries are read, to watch the folder. */
  readFolder?: ReadFolder;
  /** Adapts the folder. */
  adapt?(folder: SnapshotFolder): SnapshotFolder;
}

interface SyncOptions extends Omit<FolderSyncOptions, 'openFolder' | 'startParser' | 'parserVersion'> {
  /** Measures how long parsing takes. */
  metrics?: Metrics;
}

/** The name of what is left of folders that are not configured any more. */
const REMOVED = '://';

const unchanged = (folder: SnapshotFolder): SnapshotFolder => folder;

/** Creates the sync of a library with folders on disk. It parses in threads that run only during a sync. */
export function createFolderSync(
  sources: readonly SnapshotSource[],
  { metrics = NO_METRICS, ...options }: SyncOptions,
): LibrarySync {
  const parsing = {
    startParser: () => startParserPool({ start: () => meterParser(startParser(), metrics) }),
    parserVersion: parserVersion(),
  };
  const folders = new Map<string, FolderSyncOptions>();
  for (const { name, path, setting, readFolder, adapt = unchanged } of sources) {
    const openFolder = (warn: (line: string) => void) =>
      nameFolder(name, adapt(openSnapshots(path, warn, { setting, ...(readFolder && { readFolder }) })));
    folders.set(name, { ...options, ...parsing, openFolder });
  }
  const removed = removedFolders([...folders.keys()]);
  folders.set(REMOVED, { ...options, ...parsing, openFolder: () => removed });
  return createLibrarySync(folders);
}
