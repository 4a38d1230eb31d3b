import type { SnapshotFile } from './snapshot-folder.ts';

/** A file that has not changed for this long is complete. */
export const SETTLE_MS = 1000;

/** Tells completely written files from those that are still being written. */
export interface Settling {
  /** Whether a new or changed file can be read. Asked once for each such file of a pass. */
  isComplete(file: SnapshotFile, now: Date): boolean;
  /** Ends a pass: forgets the files that were not asked for in it. Returns how many were incomplete. */
  endPass(): number;
}

/**
 * Creates one. A file that was changed within the last second is incomplete until it has looked the same for a second: the
 * clock of a network disk may differ, so the change may seem to lie in the future.
 */
export function createSettling(): Settling {
  let before = new Map<string, { size: number; mtimeMs: number; sinceMs: number }>();
  let incomplete: typeof before = new Map();
  return {
    isComplete({ file, size, mtimeMs }, now) {
      const nowMs = now.getTime();
      if (mtimeMs <= nowMs - SETTLE_MS) return true;
      const known = before.get(file);
      const isSame = known !== undefined && known.size === size && known.mtimeMs === mtimeMs && known.sinceMs <= nowMs;
      const sinceMs = isSame ? known.sinceMs : nowMs;
      if (nowMs - sinceMs >= SETTLE_MS) return true;
      incomplete.set(file, { size, mtimeMs, sinceMs });
      return false;
    },
    endPass() {
      before = incomplete;
      incomplete = new Map();
      return before.size;
    },
  };
}
