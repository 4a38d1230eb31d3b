import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotFolder } from '../../src/library/sync/snapshot-folder.ts';
import { placesOf } from './mirror.ts';
import type { Remote } from './remote.ts';

/** The folder of all mirrors. */
export const MIRRORS_ROOT = 'data/mirrors';

/** A mirror's folder for the library. Nothing is read while its files change; files that are no snapshots are left out. */
export function mirrorSource(remote: Remote, root: string) {
  const { live, marker } = placesOf(remote, root);
  return {
    name: folderName(remote),
    path: remote.folder === undefined ? live : join(live, remote.folder),
    adapt: (folder: SnapshotFolder) => whenQuiet(folder, () => !existsSync(marker)),
  };
}

/** The name of a mirror among the folders of the library. */
export function folderName({ name }: Pick<Remote, 'name'>): string {
  return `mirrors/${name}`;
}

function whenQuiet(folder: SnapshotFolder, isQuiet: () => boolean): SnapshotFolder {
  let wasQuiet = false;
  return {
    async *list() {
      wasQuiet = isQuiet();
      if (!wasQuiet) return;
      for await (const file of folder.list()) yield { ...file, isMixed: true };
      wasQuiet = isQuiet();
    },
    gone: (file) => wasQuiet && folder.gone(file),
  };
}
