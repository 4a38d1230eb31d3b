import { MAX_SNAPSHOT_BYTES } from '../../src/snapshot/decode.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { type CommandLine, HELP } from './command-line.ts';
import { parseFiles } from './parse-files.ts';
import { readVersion } from './read-version.ts';
import type { Writer } from './writer.ts';

/** Runs a command that needs no settings. Resolves to its exit code, undefined for a command that needs them. */
export async function runWithoutSettings(
  command: CommandLine,
  { output, warnings }: { output: Writer; warnings: Writer },
): Promise<number | undefined> {
  if (command.run === 'help') {
    await output.write(HELP);
    return 0;
  }
  if (command.run === 'version') {
    await output.write(`${readVersion()}\n`);
    return 0;
  }
  if (command.run !== 'parse') return undefined;
  const limits = { parse: parseSnapshot, maxBytes: MAX_SNAPSHOT_BYTES };
  return (await parseFiles({ files: command.files, ...limits, output, warnings })) ? 0 : 1;
}
