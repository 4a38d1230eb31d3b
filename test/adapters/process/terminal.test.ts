import { PassThrough } from 'node:stream';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createTerminal } from '../../../adapters/process/terminal.ts';

/** A terminal of 80 columns, or a file. */
function terminalOf(isTTY: boolean) {
  const stdout = Object.assign(new PassThrough(), { isTTY, columns: 80 }) as unknown as NodeJS.Process['stdout'];
  return createTerminal({ stdin: process.stdin, stdout, env: {} });
}

it.each([
  [true, '1', { addresses: 'linked', columns: 80 }],
  [true, '0', { addresses: 'readable', columns: 80 }],
  [false, '1', { addresses: 'written', columns: undefined }],
])('shows addresses and lines as the output can (terminal: %s, links: %s)', (isTTY, links, expected) => {
  vi.stubEnv('FORCE_HYPERLINK', links);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { addresses, columns } = terminalOf(isTTY);
  expect({ addresses, columns: columns() }).toEqual(expected);
});
