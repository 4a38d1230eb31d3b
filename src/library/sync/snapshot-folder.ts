/** A snapshot file in a folder. */
export interface SnapshotFile {
  /** The path inside the folder, with unsafe characters escaped; unique. */
  file: string;
  size: number;
  mtimeMs: number;
  /** The folder has files of other kinds too: one that does not look like a snapshot is none, rather than a broken one. */
  isMixed?: boolean;
  /** The bytes; undefined if the file has been deleted since it was listed. Rejects with `UnreadableFile`. */
  read(): Promise<Uint8Array | undefined>;
}

/** A file exists but cannot be read; the message says why. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Where snapshots come from. */
export interface SnapshotFolder {
  /** What the names of all its files begin with, and those of no other folder. */
  readonly prefix?: string;
  /** Every snapshot file, at any depth, in a stable order. A subfolder that cannot be read is reported and skipped. */
  list(): AsyncIterable<SnapshotFile>;
  /** Whether a file that was not listed is deleted for certain, rather than in a subfolder that could not be read. */
  gone(file: string): boolean;
}
