import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** What SQLite needs beside a file before it can be used: a shared-memory index of 32 KiB and some pages. */
const NEEDED_BYTES = 64 * 1024;

/** Whether the disk of a file has no room left. */
export function isDiskFull(path: string): boolean {
  try {
    const { bavail, bsize, files, ffree } = statfsSync(dirname(path));
    return bavail * bsize < NEEDED_BYTES || (files > 0 && ffree === 0);
  } catch (error) {
    // Its folder does not exist, or the system does not tell.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
