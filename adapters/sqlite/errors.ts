import { StoreError, type StoreFailure } from '../../src/library/store-error.ts';

/** The primary result codes of SQLite that mean more than "a bug of ours" (https://www.sqlite.org/rescode.html). */
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

const WORDS: Readonly<Record<StoreFailure, string>> = {
  full: 'the disk is full. Free some space and try again; what was stored before is kept.',
  busy: 'another program holds it for too long. Stop that program, or try again.',
  'read-only': 'it may not be written to. Give write permission for the file and its folder, or choose another file.',
  damaged: 'it is not a database, or it is damaged. Move it away, restore a backup, or choose another file.',
  unusable: 'it cannot be opened or read. Check that its folder exists, that the disk works, and the permissions.',
  closed: 'it has been closed already.',
};

/** Turns what SQLite or the file system throws into a `StoreError`; anything else is a bug and comes back as it is. */
export function toStoreError(cause: unknown, path: string): unknown {
  const reason = failureOf(cause);
  return reason === undefined ? cause : new StoreError(reason, `${path}: ${WORDS[reason]}`, { cause });
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
