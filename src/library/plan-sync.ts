import type { SnapshotFile, SnapshotFolder } from './snapshot-folder.ts';
import type { FileRecord, LibraryStore } from './store.ts';

const CHUNK_FILES = 500;

interface SyncSource {
  store: LibraryStore;
  folder: SnapshotFolder;
  parserVersion: string;
}

/** What a sync has to do. */
export interface SyncPlan {
  /** The number of files in the folder. */
  files: number;
  /** The number of files deleted since the last sync. */
  gone: number;
  /** New and changed files. */
  toRead: readonly SnapshotFile[];
}

/** Compares the folder with the store's records, without opening a file, and forgets deleted files. */
export async function planSync(source: SyncSource): Promise<SyncPlan> {
  const seen = new Set<string>();
  const toRead: SnapshotFile[] = [];
  for await (const chunk of inChunks(source.folder.list())) {
    const records = await source.store.fileRecords(chunk.map(({ file }) => file));
    for (const [at, snapshot] of chunk.entries()) {
      seen.add(snapshot.file);
      if (!isUpToDate(snapshot, records[at], source.parserVersion)) toRead.push(snapshot);
    }
  }
  const gone = await forgetGone(source, seen);
  return { files: seen.size, gone, toRead };
}

function isUpToDate({ size, mtimeMs }: SnapshotFile, record: FileRecord | undefined, parserVersion: string): boolean {
  if (record === undefined) return false;
  return record.size === size && record.mtimeMs === mtimeMs && record.parserVersion === parserVersion;
}

async function forgetGone({ store, folder }: SyncSource, seen: ReadonlySet<string>) {
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
    if (chunk.length < CHUNK_FILES) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
