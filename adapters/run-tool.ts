import type { Config } from './index.ts';
import type { CommandLine } from './process/command-line.ts';
import type { Log } from './process/log.ts';
import type { Writer } from './process/writer.ts';
import { runBackup } from './run-backup.ts';
import { runCapture } from './run-capture.ts';
import { runDoctor } from './run-doctor.ts';
import { runMigrate } from './run-migrate.ts';
import { runOpml } from './run-opml.ts';
import { systemClock } from './shared/system-clock.ts';

type Tool = Extract<CommandLine, { run: 'capture' | 'opml' | 'backup' | 'restore' | 'migrate' | 'doctor' }>;

interface ToolOptions extends Omit<Parameters<typeof runDoctor>[0], 'signal'> {
  config: Config;
  log: Log;
  now: Date;
  output: Writer;
  warnings: Writer;
  stop: AbortSignal;
}

/** Runs a command for operators, which ends by itself. Resolves to its exit code. */
export async function runTool(command: Tool, options: ToolOptions): Promise<number> {
  const { config, stop: signal, ...rest } = options;
  const { store } = config;
  switch (command.run) {
    case 'capture': {
      const { addresses, out: folder = config.snapshots.captured } = command;
      return await runCapture({ ...rest, settings: config.fetch, clock: systemClock, signal, addresses, folder });
    }
    case 'opml':
      return await runOpml({ ...rest, command, store });
    case 'backup':
    case 'restore':
      await runBackup({ ...rest, command, store });
      return 0;
    case 'migrate':
      return await runMigrate({ ...rest, command, signal });
    case 'doctor':
      return (await runDoctor({ ...rest, config, signal })) ? 0 : 1;
    default:
      return command satisfies never;
  }
}
