import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createFolder } from '../shared/create-folder.ts';

/**
 * Saves a snapshot under its name in a folder, and creates what is missing of the folders. Readers see the old file or the
 * whole new one, even after a crash: sync ignores hidden files, and the new one has a hidden name until it is complete.
 * Resolves to its path.
 */
export async function saveSnapshot(folder: string, { name, text }: { name: string; text: string }): Promise<string> {
  const path = join(folder, name);
  const parent = dirname(resolve(path));
  createFolder(parent);
  const unfinished = join(parent, `.${randomUUID()}.tmp`);
  try {
    await writeDurably(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return path;
}

async function writeDurably(path: string, text: string): Promise<void> {
  await using file = await open(path, 'wx');
  await file.writeFile(text);
  await file.sync();
}
