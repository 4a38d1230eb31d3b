import { createUpkeep, type Upkeep, type UpkeepOptions } from '../../src/library/sync.ts';
import { openSnapshots } from './files.ts';
import { startParser } from './parser.ts';
import { readerName } from './reader.ts';

/** Keeps a library up to date with a folder on the disk, parsing in a thread that is there while something is parsed. */
export function createFolderUpkeep(
  folder: string,
  options: Omit<UpkeepOptions, 'openFolder' | 'startParser' | 'reader'>,
): Upkeep {
  return createUpkeep({
    ...options,
    openFolder: (warn) => openSnapshots(folder, warn),
    startParser: () => startParser(),
    reader: readerName(),
  });
}
