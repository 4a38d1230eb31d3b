/** A snapshot file as it lies in the folder. */
export interface SnapshotFile {
  /** The path inside the folder, with anything that could not be shown safely escaped; unique. */
  file: string;
  size: number;
  mtimeMs: number;
  /** The bytes; undefined where the file has vanished since it was listed. Rejects with `UnreadableFile`. */
  read(): Promise<Uint8Array | undefined>;
}

/** A file that is there and cannot be read; the message says why. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Where snapshots come from. */
export interface SnapshotFolder {
  /** Every snapshot file, at any depth, in a stable order. A part that cannot be read is reported and passed over. */
  list(): AsyncIterable<SnapshotFile>;
  /** Whether a file that was not listed is gone for certain, rather than in a part that could not be read. */
  gone(file: string): boolean;
}
