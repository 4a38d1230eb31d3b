import { describe, expect, it } from 'vitest';
import { toStoreError } from '../../../adapters/sqlite/errors.ts';

const sqlite = (errcode: number) => Object.assign(new Error('raw'), { code: 'ERR_SQLITE_ERROR', errcode });
const system = (code: string) => Object.assign(new Error('raw'), { code });

describe('an error', () => {
  it.each([
    [5, 'busy'],
    [6, 'busy'],
    [8, 'read-only'],
    [10, 'unusable'],
    [11, 'damaged'],
    [13, 'full'],
    [14, 'unusable'],
    [23, 'unusable'],
    [26, 'damaged'],
    // Extended codes: busy in a snapshot, a read-only folder, a short read, a damaged index.
    [517, 'busy'],
    [1544, 'read-only'],
    [522, 'unusable'],
    [779, 'damaged'],
  ])('of SQLite, %i, has the reason %s', (errcode, reason) => {
    expect(toStoreError(sqlite(errcode), 'x.sqlite')).toMatchObject({ name: 'StoreError', reason });
  });

  it.each([10, 14, 4874])('of SQLite, %i, on a full disk says that the disk is full', (errcode) => {
    expect(toStoreError(sqlite(errcode), 'x.sqlite', () => true)).toMatchObject({ reason: 'full' });
    expect(toStoreError(sqlite(errcode), 'x.sqlite', () => false)).toMatchObject({ reason: 'unusable' });
    expect(toStoreError(sqlite(11), 'x.sqlite', () => true)).toMatchObject({ reason: 'damaged' });
  });

  it.each([
    ['ERR_INVALID_STATE', 'closed'],
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EACCES', 'read-only'],
    ['EPERM', 'read-only'],
    ['EROFS', 'read-only'],
    ['EEXIST', 'unusable'],
    ['ENOTDIR', 'unusable'],
    ['ENOENT', 'unusable'],
    ['ENAMETOOLONG', 'unusable'],
  ])('of the system, %s, has the reason %s', (code, reason) => {
    expect(toStoreError(system(code), 'x.sqlite')).toMatchObject({ name: 'StoreError', reason });
  });

  it.each([5, 8, 10, 11, 13])('%i has a one-line message that names the file, and its cause', (errcode) => {
    const cause = sqlite(errcode);
    const error = toStoreError(cause, 'data/state.sqlite');
    expect(error).toMatchObject({
      message: expect.stringMatching(/^data\/state\.sqlite: [a-z][^\n]+\.$/) as string,
      cause,
    });
  });

  it.each([
    ['a mistake in a statement', sqlite(1)],
    ['a broken constraint', sqlite(19)],
    ['a constraint of a key', sqlite(1555)],
    ['an error of SQLite without a code', system('ERR_SQLITE_ERROR')],
    ['another error of the system', system('EISDIR')],
    ['an error without a code', new TypeError('a bug')],
    ['what is no error', 'text'],
    ['nothing', undefined],
    ['a thing with a code', { code: 'ENOSPC' }],
  ])('that is a bug is returned unchanged: %s', (_name, cause) => {
    expect(toStoreError(cause, 'x.sqlite')).toBe(cause);
  });
});
