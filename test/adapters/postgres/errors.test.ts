import { expect, it } from 'vitest';
import { isLost, toStoreError } from '../../../adapters/postgres/errors.ts';
import { StoreError } from '../../../src/library/store-error.ts';

const failWith = (code: string, message: string) => Object.assign(new Error(message), { code });

it.each([
  ['55000', 'database "gazette" is not currently accepting connections'],
  ['57P03', 'the database system is starting up'],
  ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'],
])('a server that lets nobody in for now is lost, and not a bug: %s', (code, message) => {
  const error = failWith(code, message);
  expect(isLost(error)).toBe(true);
  expect(toStoreError(error, 'postgres://db/gazette')).toBeInstanceOf(StoreError);
});

it('an error in a statement is a bug, and stays as it is', () => {
  const error = failWith('42601', 'syntax error at or near "SELEC"');
  expect(toStoreError(error, 'postgres://db/gazette')).toBe(error);
});

it.each(['ECONNRESET', undefined, { code: 'ECONNRESET' }])('what is no error stays as it is: %j', (thrown) => {
  expect(toStoreError(thrown, 'postgres://db/gazette')).toBe(thrown);
  expect(isLost(thrown)).toBe(false);
});
