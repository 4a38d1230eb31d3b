import { createLibrarySync, type LibrarySync, type LibrarySyncOptions } from '../../src/library/sync.ts';
import { openSnapshots } from './files.ts';
import { startParserPool } from './parser-pool.ts';
import { parserVersion } from './parser-version.ts';

/** Creates the sync of a library with a folder on disk. It parses in threads that run only during a sync. */
export function createFolderSync(
  folder: string,
  options: Omit<LibrarySyncOptions, 'openFolder' | 'startParser' | 'parserVersion'>,
): LibrarySync {
  return createLibrarySync({
    ...options,
    openFolder: (warn) => openSnapshots(folder, warn),
    startParser: () => startParserPool(),
    parserVersion: parserVersion(),
  });
}
