import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { type SnapshotFile, type SnapshotFolder, UnreadableFile } from '../../src/library/sync/snapshot-folder.ts';
import { isAbsent, reasonOf } from './fs-errors.ts';
import { showName } from './show-name.ts';

const SNAPSHOT = /\.(md|txt|html)$/i;
/** How many files are checked concurrently. */
const MAX_CONCURRENT = 64;

/** Reads the entries of a folder. Names are bytes, since they need not be UTF-8. */
export type ReadFolder = (path: Buffer) => Promise<Dirent<Buffer>[]>;

/** A file or folder: its path, and the path for messages. */
interface Place {
  path: Buffer;
  shown: string;
}

interface Walk {
  /** The real path of the folder. Links must not lead outside of it. */
  root: Buffer;
  readFolder: ReadFolder;
  /** Reports a skipped place. */
  pass(place: Place, why: string): void;
}

interface OpenOptions {
  readFolder?: ReadFolder;
  /** The setting that names the folder. Without it, the folder need not exist. */
  setting?: string | undefined;
}

export const readNames: ReadFolder = (path) => readdir(path, { withFileTypes: true, encoding: 'buffer' });

/**
 * Opens the snapshots in a folder: `.md`, `.txt` and `.html` at any depth, no hidden files, and links only to files
 * inside it. `warn` gets a line for each skipped part. If the folder itself is skipped, there are no snapshots.
 */
export function openSnapshots(
  folder: string,
  warn: (line: string) => void,
  { readFolder = readNames, setting }: OpenOptions = {},
): SnapshotFolder {
  let passed: string[] = [];
  const pass = (place: Place, why: string) => {
    passed.push(place.shown);
    warn(`${place.shown === '' ? folder : `${folder}${sep}${place.shown}`}: ${why}`);
  };
  return {
    async *list() {
      passed = [];
      const start: Place = { path: Buffer.from(folder), shown: '' };
      try {
        yield* walk(start, { root: await realpath(folder, 'buffer'), readFolder, pass });
      } catch (error) {
        if (setting === undefined && isAbsent(error)) passed.push('');
        else pass(start, `${reasonOf(error)} No snapshots are read.${setting ? ` Check ${setting}.` : ''}`);
      }
    },
    gone: (file) => !passed.some((part) => part === '' || file === part || file.startsWith(`${part}/`)),
  };
}

/** An explicit stack, since the tree may be deeper than the call stack. */
async function* walk(start: Place, how: Walk): AsyncGenerator<SnapshotFile> {
  const waiting = [start];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const entries = await readPlace(place, how);
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => inside(place, entry.name));
    waiting.push(...folders.reverse());
    const files = entries.filter((entry) => !entry.isDirectory() && SNAPSHOT.test(entry.name.toString('latin1')));
    for (let at = 0; at < files.length; at += MAX_CONCURRENT) {
      const chunk = files.slice(at, at + MAX_CONCURRENT);
      const found = await Promise.all(chunk.map((entry) => toSnapshot(place, entry, how)));
      yield* found.filter((file) => file !== undefined);
    }
  }
}

async function readPlace(place: Place, { readFolder, pass }: Walk): Promise<Dirent<Buffer>[]> {
  try {
    const entries = await readFolder(place.path);
    return entries.filter(({ name }) => name[0] !== 0x2e).sort((a, b) => Buffer.compare(a.name, b.name));
  } catch (error) {
    if (place.shown === '') throw error;
    if (!isAbsent(error)) pass(place, `${reasonOf(error)} The snapshots in it are passed over.`);
    return [];
  }
}

function inside(place: Place, name: Buffer): Place {
  const shown = showName(name);
  return {
    path: Buffer.concat([place.path, Buffer.from(sep), name]),
    shown: place.shown === '' ? shown : `${place.shown}/${shown}`,
  };
}

async function toSnapshot(folder: Place, entry: Dirent<Buffer>, how: Walk): Promise<SnapshotFile | undefined> {
  const place = inside(folder, entry.name);
  if (entry.isFile()) return describeFile(place);
  if (!entry.isSymbolicLink()) return undefined;
  const target = await followLink(place, how);
  if (target === undefined) return undefined;
  const root = Buffer.concat([how.root, Buffer.from(sep)]);
  if (target.subarray(0, root.length).equals(root)) return describeFile({ path: target, shown: place.shown });
  how.pass(place, 'It is a link that leads out of the folder, and is not followed.');
  return undefined;
}

async function followLink(link: Place, { pass }: Walk): Promise<Buffer | undefined> {
  try {
    return await realpath(link.path, 'buffer');
  } catch (error) {
    if (!isAbsent(error)) pass(link, reasonOf(error));
    return undefined;
  }
}

async function describeFile({ path, shown }: Place): Promise<SnapshotFile | undefined> {
  const read = () => readBytes(path);
  try {
    const found = await stat(path);
    return found.isFile() ? { file: shown, size: found.size, mtimeMs: found.mtimeMs, read } : undefined;
  } catch (error) {
    // It is listed anyway, so that the sync records why it cannot be read.
    return isAbsent(error) ? undefined : { file: shown, size: 0, mtimeMs: -1, read };
  }
}

async function readBytes(path: Buffer): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw new UnreadableFile(reasonOf(error), { cause: error });
  }
}
