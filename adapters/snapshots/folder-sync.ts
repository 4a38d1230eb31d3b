import { createLibrarySync, type LibrarySync, type LibrarySyncOptions } from '../../src/library/sync.ts';
import { openSnapshots } from './files.ts';
import { startParser } from './parser.ts';
import { parserVersion } from './parser-version.ts';

/** Creates the sync of a library with a folder on disk. It parses in a thread that runs only during a sync. */
export function createFolderSync(
  folder: string,
  options: Omit<LibrarySyncOptions, 'openFolder' | 'startParser' | 'parserVersion'>,
): LibrarySync {
  return createLibrarySync({
    ...options,
    openFolder: (warn) => openSnapshots(folder, warn),
    startParser: () => startParser(),
    parserVersion: parserVersion(),
  });
}
