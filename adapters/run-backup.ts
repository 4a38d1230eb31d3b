import { backUpTo, restoreFrom } from './process/backup-state.ts';
import type { CommandLine } from './process/command-line.ts';
import type { Writer } from './process/writer.ts';
import { backUpState, restoreState, type StoreSettings } from './stores.ts';

interface BackupRun {
  command: Extract<CommandLine, { run: 'backup' | 'restore' }>;
  store: StoreSettings;
  now: Date;
  output: Writer;
}

/** Backs up all state to a file, or restores it from one. */
export async function runBackup({ command: { run, file }, store, now, output }: BackupRun): Promise<void> {
  const parts = { file, store: store.label, output };
  if (run === 'backup') await backUpTo(parts, () => backUpState(store, file));
  else await restoreFrom(parts, () => restoreState(store, { file, now }));
}
