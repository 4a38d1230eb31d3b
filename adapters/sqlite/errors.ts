import type { StoreFailure } from '../../src/library/store-error.ts';
import { storeError } from '../shared/store-failure.ts';
import { isDiskFull } from './disk-space.ts';

/** The primary result codes of SQLite that are not caused by a bug in Gazette (https://www.sqlite.org/rescode.html). */
const FAILURES: Readonly<Record<number, StoreFailure>> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'unusable',
  11: 'damaged',
  13: 'full',
  14: 'unusable',
  23: 'unusable',
  26: 'damaged',
};

/** Converts an error of SQLite or the file system to a `StoreError`; returns anything else, a bug, unchanged. */
export function toStoreError(cause: unknown, path: string, isFull: (path: string) => boolean = isDiskFull): unknown {
  const reason = failureOf(cause);
  if (reason === undefined) return cause;
  // For files beside the database, SQLite does not say that the disk is full.
  return storeError(reason === 'unusable' && isFull(path) ? 'full' : reason, path, { cause });
}

function failureOf(cause: unknown): StoreFailure | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  if (cause.code === 'ERR_SQLITE_ERROR' && 'errcode' in cause && typeof cause.errcode === 'number') {
    return FAILURES[cause.errcode & 0xff];
  }
  switch (cause.code) {
    case 'ERR_INVALID_STATE':
      return 'closed';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'read-only';
    case 'EEXIST':
    case 'ENOTDIR':
    case 'ENOENT':
    case 'ENAMETOOLONG':
      return 'unusable';
    default:
      return undefined;
  }
}
