import { describeMove, describeProgress } from './migration/describe-move.ts';
import { type MoveOptions, MoveStopped, moveRows } from './migration/move-rows.ts';
import { type CommandLine, WrongUsage } from './process/command-line.ts';
import { createProgress, type ProgressStream } from './process/progress.ts';
import type { Writer } from './process/writer.ts';
import type { RowsOptions, StoreRows } from './shared/store-rows.ts';
import { openRows, parseStoreUrl, type StoreSettings } from './stores.ts';

interface MigrateRun {
  command: Extract<CommandLine, { run: 'migrate' }>;
  output: Writer;
  warnings: Writer;
  /** Shows the progress. */
  stream: ProgressStream;
  signal: AbortSignal;
}

/** Moves all state from one store to another. Resolves to the exit code. */
export async function runMigrate({ command, output, warnings, stream, signal }: MigrateRun): Promise<number> {
  const [source, target] = [readStore('--from', command.from), readStore('--to', command.to)];
  const opened: StoreRows[] = [];
  const open = async (store: StoreSettings, as: RowsOptions['as']) => {
    const rows = await openRows(store, as);
    opened.push(rows);
    return rows;
  };
  const now = () => new Date();
  const progress = createProgress(stream, now);
  const onProgress: MoveOptions['onProgress'] = (step) => progress.report(() => describeProgress(step));
  try {
    const [from, to] = [await open(source, 'source'), await open(target, 'target')];
    const tally = await moveRows({ from, to, now, onProgress, signal });
    progress.end();
    await output.write(describeMove(tally, { from: source.label, to: target.label }));
    return 0;
  } catch (error) {
    progress.end();
    if (!(error instanceof MoveStopped)) throw error;
    await warnings.write(`Stopped. Run the same command again to continue; ${source.label} is unchanged.\n`);
    return Number(signal.reason);
  } finally {
    for (const rows of opened) await rows.close();
  }
}

function readStore(option: string, url: string): StoreSettings {
  const found = parseStoreUrl(url);
  if ('problem' in found) throw new WrongUsage(`What follows ${option} ${found.problem}`);
  return found;
}
