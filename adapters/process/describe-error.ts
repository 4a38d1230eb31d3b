import { ConfigError } from '../../src/config.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { StoreError } from '../../src/library/store-error.ts';
import { ModelError } from '../../src/summary/language-model.ts';
import { toOperatorText } from '../../src/text/operator-text.ts';
import { WrongUsage } from './command-line.ts';

const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space and try again.',
  EDQUOT: 'the disk quota is used up. Free some space and try again.',
  EACCES: 'permission is missing. Check who may read and write there.',
  EPERM: 'permission is missing. Check who may read and write there.',
  EROFS: 'the disk may only be read. Choose another place.',
  ENOENT: 'it does not exist.',
  ENOTDIR: 'it is not a folder.',
  EMFILE: 'too many files are open. Close some programs, or raise the limit (ulimit -n).',
  EIO: 'the disk or the terminal does not answer.',
};

/**
 * Describes an error for the operator: what happened and the remedy, without a stack. A bug is called a bug, with how
 * to report it. `debug` adds the stack. The text is safe for a terminal.
 */
export function describeError(error: unknown, how: { debug: boolean }): string {
  return toOperatorText(describe(error, how));
}

function describe(error: unknown, { debug }: { debug: boolean }): string {
  const stack = debug && error instanceof Error && error.stack ? `\n${describeStack(error)}` : '';
  if (error instanceof ConfigError) return `These settings cannot be used:\n${error.message}${stack}`;
  if (error instanceof StoreError || error instanceof WrongUsage) return `${error.message}${stack}`;
  if (error instanceof DeliveryError)
    return `The platform did not do what was asked (${error.reason}): ${error.message}${stack}`;
  if (error instanceof ModelError) return `${error.message} The extract is shown instead.${stack}`;
  const code = codeOf(error);
  if (code !== undefined && SYSTEM[code] !== undefined) return `${placeOf(error)}${SYSTEM[code]}${stack}`;
  const summary = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
  const help = debug
    ? 'Please report it with all of this.'
    : 'Please report it, with what LOG_LEVEL=debug shows of it.';
  return `This is a bug in Gazette: ${summary.replace(/[.\s]*$/u, '')}. ${help}${stack}`;
}

function describeStack(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by: ${describeStack(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function placeOf(error: unknown): string {
  if (error instanceof Error && 'path' in error && typeof error.path === 'string') return `${error.path}: `;
  return error instanceof Error && 'syscall' in error && error.syscall === 'write' ? 'Writing the answer failed: ' : '';
}
