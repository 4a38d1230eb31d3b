import { existsSync } from 'node:fs';
import { WrongUsage } from './command-line.ts';
import type { Writer } from './writer.ts';

/** What a backup contains. */
interface Contents {
  subscriptions: number;
  articles: number;
}

interface BackupOptions {
  file: string;
  /** The store, for messages. */
  store: string;
  output: Pick<Writer, 'write'>;
}

/** Writes a backup and says what is in it. Throws WrongUsage if the file exists. */
export async function backUpTo(
  { file, store, output }: BackupOptions,
  backUp: (file: string) => Promise<Contents>,
): Promise<void> {
  if (existsSync(file)) throw new WrongUsage(`${file} already exists. Name a file that does not.`);
  const contents = await backUp(file);
  await output.write(`Backed up ${store} to ${file}, and checked the copy: ${describe(contents)}\n`);
}

/** Restores a backup and says what is in it, and where the state before it is. Throws WrongUsage if there is no such file. */
export async function restoreFrom(
  { file, store, output }: BackupOptions,
  restore: (file: string) => Promise<Contents & { replaced?: string }>,
): Promise<void> {
  if (!existsSync(file)) throw new WrongUsage(`${file} does not exist. Name a file that "npm run backup" wrote.`);
  const { replaced, ...contents } = await restore(file);
  const before = replaced === undefined ? '' : `What was in ${store} before is in ${replaced}.\n`;
  await output.write(`Restored ${store} from ${file}: ${describe(contents)}\n${before}`);
}

function describe({ subscriptions, articles }: Contents): string {
  return `subscriptions: ${subscriptions}, articles: ${articles}.`;
}
