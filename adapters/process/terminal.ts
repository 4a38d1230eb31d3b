import { wantsColour } from './colour.ts';
import { columnsOf } from './columns.ts';

/** The process, as far as its terminal depends on it. */
type TerminalProcess = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'env'>;

/** The terminal of the process, or the streams in place of one. */
export function createTerminal({ stdin, stdout, env }: TerminalProcess) {
  return {
    input: stdin,
    output: stdout,
    colour: wantsColour(env, stdout.isTTY),
    /** How wide to write; undefined where lines are not to be wrapped. */
    columns: () => (stdout.isTTY ? columnsOf(stdout) : undefined),
  };
}
