import type { SnapshotFile, SnapshotFolder } from './snapshot-folder.ts';
import type { FileRecord, LibraryStore } from './store.ts';

const CHUNK = 500;

/** What is compared: the folder with what the store knows of it, as this reader reads it. */
interface Sides {
  store: LibraryStore;
  folder: SnapshotFolder;
  parserVersion: string;
}

/** What a reading has to do. */
export interface SyncPlan {
  /** How many files there are. */
  files: number;
  /** How many have gone since the last reading. */
  gone: number;
  /** What is new or has changed. */
  toRead: readonly SnapshotFile[];
}

/** Compares the folder with what is known of it, opening no file, and forgets the files that are gone. */
export async function planSync(sides: Sides): Promise<SyncPlan> {
  const seen = new Set<string>();
  const toRead: SnapshotFile[] = [];
  for await (const chunk of inChunks(sides.folder.list())) {
    const known = await sides.store.known(chunk.map(({ file }) => file));
    for (const [at, snapshot] of chunk.entries()) {
      seen.add(snapshot.file);
      if (!isKnown(snapshot, known[at], sides.parserVersion)) toRead.push(snapshot);
    }
  }
  const gone = await forgetGone(sides, seen);
  return { files: seen.size, gone, toRead };
}

function isKnown({ size, mtimeMs }: SnapshotFile, known: FileRecord | undefined, parserVersion: string): boolean {
  return (
    known !== undefined && known.size === size && known.mtimeMs === mtimeMs && known.parserVersion === parserVersion
  );
}

async function forgetGone({ store, folder }: Sides, seen: ReadonlySet<string>) {
  let gone = 0;
  for await (const chunk of inChunks(store.files())) {
    const files = chunk.map(({ file }) => file).filter((file) => !seen.has(file) && folder.gone(file));
    if (files.length > 0) await store.forget(files);
    gone += files.length;
  }
  return gone;
}

async function* inChunks<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let chunk: Item[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
