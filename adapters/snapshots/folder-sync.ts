import { createLibrarySync, type LibrarySync, type LibrarySyncOptions } from '../../src/library/sync.ts';
import { openSnapshots } from './files.ts';
import { startParser } from './parser.ts';
import { parserVersion } from './parser-version.ts';

/** Keeps a library up to date with a folder on the disk, parsing in a thread that is there while something is parsed. */
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
