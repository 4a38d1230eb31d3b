import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isAbsent } from './fs-errors.ts';

const SEPARATOR = '://';
const SNAPSHOT = /\.(?:md|txt|html)$/i;

/** A folder of snapshots, by its name in the library. */
interface NamedFolder {
  name: string;
  path: string;
}

/** Reads a snapshot by the name that the library knows it by. */
type ReadSnapshot = (file: string, maxBytes: number) => Promise<Uint8Array | undefined>;

/**
 * Creates what reads snapshots again: undefined if one is not there any more, is larger than `maxBytes`, or has a name that was
 * escaped to be shown. It never leads outside of its folder.
 */
export function createSnapshotReader(folders: readonly NamedFolder[]): ReadSnapshot {
  return async (file, maxBytes) => {
    const end = file.indexOf(SEPARATOR);
    const [name, inside] = end < 0 ? ['', file] : [file.slice(0, end), file.slice(end + SEPARATOR.length)];
    const folder = folders.find((one) => one.name === name);
    if (folder === undefined || !SNAPSHOT.test(inside) || inside.includes('\0')) return undefined;
    try {
      const root = await realpath(folder.path);
      const path = await realpath(join(root, inside));
      if (!path.startsWith(root + sep) || (await stat(path)).size > maxBytes) return undefined;
      return await readFile(path);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  };
}
