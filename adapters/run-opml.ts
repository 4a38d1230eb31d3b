import { MAX_FEEDS } from '../src/following/follow-policy.ts';
import type { CommandLine } from './process/command-line.ts';
import { exportOpml, importOpml } from './process/exchange-feeds.ts';
import type { Writer } from './process/writer.ts';
import { openState, type StoreSettings } from './stores.ts';

interface RunOpmlOptions {
  command: Extract<CommandLine, { run: 'opml' }>;
  store: StoreSettings;
  now: Date;
  output: Writer;
  warnings: Writer;
  report(error: unknown): void;
}

/** Imports or exports the followed feeds, also while a bot runs. Resolves to the exit code. */
export async function runOpml({ command, store, report, ...rest }: RunOpmlOptions): Promise<number> {
  const { direction, file } = command;
  const { feeds, close } = await openState(store, report);
  const parts = { ...rest, file, feeds, maxFeeds: MAX_FEEDS };
  try {
    return direction === 'import' ? await importOpml(parts) : await exportOpml(parts);
  } finally {
    await close();
  }
}
