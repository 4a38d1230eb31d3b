import { MAX_SNAPSHOT_BYTES } from '../../src/snapshot/decode.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { type CommandLine, HELP, type SimpleCommand } from './command-line.ts';
import { parseFiles } from './parse-files.ts';
import { readVersion } from './read-version.ts';
import type { Writer } from './writer.ts';

/** Whether a command needs no settings. */
export function isSimple(command: CommandLine): command is SimpleCommand {
  return command.run === 'help' || command.run === 'version' || command.run === 'parse';
}

/** Runs a command that needs no settings. Resolves to its exit code. */
export async function runWithoutSettings(
  command: SimpleCommand,
  { output, warnings }: { output: Writer; warnings: Writer },
): Promise<number> {
  if (command.run === 'parse') {
    const limits = { parse: parseSnapshot, maxBytes: MAX_SNAPSHOT_BYTES };
    return (await parseFiles({ files: command.files, ...limits, output, warnings })) ? 0 : 1;
  }
  await output.write(command.run === 'help' ? HELP : `${readVersion()}\n`);
  return 0;
}
