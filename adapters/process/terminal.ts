import { createSupportsHyperlinks } from 'supports-hyperlinks';
import type { AddressStyle } from '../../src/view/plain-address.ts';
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
    addresses: addressStyle(stdout),
    /** The width for wrapping; undefined for no wrapping. */
    columns: () => (stdout.isTTY ? columnsOf(stdout) : undefined),
  };
}

/** A program that reads the output gets addresses as they are. */
function addressStyle(stdout: TerminalProcess['stdout']): AddressStyle {
  if (!stdout.isTTY) return 'written';
  return createSupportsHyperlinks(stdout) ? 'linked' : 'readable';
}
