import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type ReadFolder, readNames } from './files.ts';
import { codeOf } from './fs-errors.ts';

/** Watches every folder below one, for as long as it is read. */
export interface FolderWatch {
  /** Reads the entries of a folder, and watches it from before that on, so that nothing is missed in between. */
  readFolder: ReadFolder;
  /** Stops watching. */
  close(): void;
}

export interface WatchOptions {
  /** The topmost folder. Each reading of the whole begins with it. */
  root: string;
  /** Called for each change, and for some that are none. */
  onChange(): void;
  /** Called once if not everything can be watched. */
  warn(line: string): void;
}

interface Watched {
  watcher: FSWatcher;
  /** Tells a folder from another one that takes its place. */
  inode: bigint;
  /** The last reading in which it was there. */
  reading: number;
}

const SNAPSHOT = /\.(?:md|txt|html)$/i;

/**
 * Creates a watch. It watches folders, not files: the usual limits (8,192 to 65,536 watches on small machines) are fewer than
 * the files of a large mirror. What it misses, on a network disk for example, the next sweep finds.
 */
export function watchFolder({ root, onChange, warn }: WatchOptions): FolderWatch {
  const watched = new Map<string, Watched>();
  let reading = 0;
  let isClosed = false;
  let hasWarned = false;

  async function attach(path: Buffer): Promise<void> {
    const key = path.toString('latin1');
    const { dev, ino } = await stat(path, { bigint: true });
    const inode = (dev << 64n) | ino;
    const known = watched.get(key);
    if (known?.inode === inode) {
      known.reading = reading;
      return;
    }
    drop(key);
    const watcher = watch(path, { persistent: false }, (event, name) => {
      if (isRelevant(event, name)) onChange();
    });
    watcher.on('error', () => drop(key));
    watched.set(key, { watcher, inode, reading });
  }

  function drop(key: string): void {
    watched.get(key)?.watcher.close();
    watched.delete(key);
  }

  function dropUnread(): void {
    for (const [key, { reading: last }] of watched) if (last < reading) drop(key);
    reading += 1;
  }

  return {
    async readFolder(path) {
      if (path.toString() === root) dropUnread();
      try {
        if (!isClosed) await attach(path);
      } catch (error) {
        if (!hasWarned && isLimit(error)) warn(toWarning(root, error));
        hasWarned ||= isLimit(error);
      }
      return await readNames(path);
    },
    close() {
      isClosed = true;
      for (const key of [...watched.keys()]) drop(key);
    },
  };
}

/** Hidden files are no snapshots, and another program may write others all the time, such as a log. */
function isRelevant(event: string, name: string | null): boolean {
  if (name === null) return true;
  return !name.startsWith('.') && (event === 'rename' || SNAPSHOT.test(name));
}

/** A folder that vanished is not worth a warning: whoever reads it says so. */
function isLimit(error: unknown): boolean {
  return ['ENOSPC', 'EMFILE', 'ENFILE'].includes(codeOf(error) ?? '');
}

function toWarning(root: string, error: unknown): string {
  const why = codeOf(error) === 'ENOSPC' ? ' Raise fs.inotify.max_user_watches.' : ' Raise the limit of open files.';
  return `${root}: There are more folders than may be watched. Changes in the others are found within a minute.${why}`;
}
