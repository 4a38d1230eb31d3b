import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Creates a folder and what is missing above it, one at a time: a recursive `mkdir` of Node never returns in a folder that
 * refuses (`/proc`), and below a relative path if the working folder was deleted.
 */
export function createFolder(folder: string): void {
  create(resolve(folder));
}

function create(folder: string): void {
  if (existsSync(folder)) return;
  create(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have created it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}
