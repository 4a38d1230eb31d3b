import type { FileRecord, LibraryStore } from '../store.ts';
import type { Settling } from './settling.ts';
import type { SnapshotFile, SnapshotFolder } from './snapshot-folder.ts';

const CHUNK_FILES = 500;
/** How long the articles of a deleted file remain: it may be moved, or its disk may come back. */
const GRACE_MS = 24 * 60 * 60 * 1000;

export interface SyncSource {
  store: LibraryStore;
  folder: SnapshotFolder;
  parserVersion: string;
  now: () => Date;
  /** Keeps the articles of deleted files for ever. */
  keepsDeleted?: boolean;
  /** Without it, every file counts as completely written. */
  settling?: Settling | undefined;
}

/** What a sync has to do. */
export interface SyncPlan {
  /** The number of files in the folder. */
  files: number;
  /** The number of deleted files whose articles are still there. */
  missing: number;
  /** The number of files that were deleted a day ago, so that their articles left. */
  gone: number;
  /** The number of files that are still being written. */
  unsettled: number;
  /** New and changed files. */
  toRead: readonly SnapshotFile[];
}

/**
 * Compares the folder with the store's records, without opening a file. Records which files are deleted, and forgets those
 * that have been for a day.
 */
export async function planSync(source: SyncSource): Promise<SyncPlan> {
  const seen = new Set<string>();
  const toRead: SnapshotFile[] = [];
  for await (const chunk of inChunks(source.folder.list())) {
    const records = await source.store.fileRecords(chunk.map(({ file }) => file));
    for (const [at, snapshot] of chunk.entries()) {
      seen.add(snapshot.file);
      if (isUpToDate(snapshot, records[at], source.parserVersion)) continue;
      if (source.settling?.isComplete(snapshot, source.now()) ?? true) toRead.push(snapshot);
    }
  }
  const unsettled = source.settling?.endPass() ?? 0;
  return { files: seen.size, ...(await forgetDeleted(source, seen)), unsettled, toRead };
}

function isUpToDate({ size, mtimeMs }: SnapshotFile, record: FileRecord | undefined, parserVersion: string): boolean {
  if (record === undefined) return false;
  return (
    record.missedAtMs === null &&
    record.size === size &&
    record.mtimeMs === mtimeMs &&
    record.parserVersion === parserVersion
  );
}

async function forgetDeleted(source: SyncSource, seen: ReadonlySet<string>) {
  const { store, folder, now, keepsDeleted = false } = source;
  const lastMs = now().getTime() - GRACE_MS;
  const isOver = ({ missedAtMs }: FileRecord) => !keepsDeleted && missedAtMs !== null && missedAtMs <= lastMs;
  let [missing, gone] = [0, 0];
  for await (const chunk of inChunks(store.files(folder.prefix))) {
    const deleted = chunk.filter(({ file }) => !seen.has(file) && folder.gone(file));
    const missed = deleted.filter(({ missedAtMs }) => missedAtMs === null).map(({ file }) => file);
    const over = deleted.filter(isOver).map(({ file }) => file);
    if (missed.length > 0) await store.markMissed(missed, now());
    if (over.length > 0) await store.forget(over);
    gone += over.length;
    missing += deleted.length - over.length;
  }
  return { missing, gone };
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
