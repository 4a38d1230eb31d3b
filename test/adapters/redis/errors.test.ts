import { expect, it } from 'vitest';
import { isLost, toStoreError } from '../../../adapters/redis/errors.ts';

it.each([
  ["OOM command not allowed when used memory > 'maxmemory'.", 'server-full'],
  ["READONLY You can't write against a read only replica.", 'server-read-only'],
  ['MISCONF Errors writing to the AOF file: No space left on device', 'server-damaged'],
  ['NOAUTH Authentication required.', 'denied'],
  ['WRONGPASS invalid username-password pair or user is disabled.', 'denied'],
  ['LOADING Redis is loading the dataset in memory', 'server-lost'],
  ['ERR DB index is out of range', 'no-number'],
  ['BUSY Redis is busy running a script.', 'server-busy'],
  ['The client is closed', 'server-lost'],
])('says what is wrong with the server: %s', (message, reason) => {
  expect(toStoreError(new Error(message), 'redis://db')).toMatchObject({ name: 'StoreError', reason });
});

it('takes a server that loads its data for one that is away', () => {
  expect(isLost(new Error('LOADING Redis is loading the dataset in memory'))).toBe(true);
});

it('leaves an error in a command as it is: it is a bug', () => {
  const error = new Error('WRONGTYPE Operation against a key holding the wrong kind of value');
  expect(toStoreError(error, 'redis://db')).toBe(error);
});

it.each(['ECONNRESET', undefined, { code: 'ECONNRESET' }])('what is no error stays as it is: %j', (thrown) => {
  expect(toStoreError(thrown, 'redis://db')).toBe(thrown);
  expect(isLost(thrown)).toBe(false);
});
