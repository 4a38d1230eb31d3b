import { wantsColour } from './colour.ts';
import { columnsOf } from './columns.ts';

/** The part of the process that the terminal depends on. */
type TerminalProcess = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'env'>;

/** Creates the terminal of the process, or of its redirected streams. */
export function createTerminal({ stdin, stdout, env }: TerminalProcess) {
  return {
    input: stdin,
    output: stdout,
    colour: wantsColour(env, stdout.isTTY),
    /** The width for wrapping; undefined for no wrapping. */
    columns: () => (stdout.isTTY ? columnsOf(stdout) : undefined),
  };
}
