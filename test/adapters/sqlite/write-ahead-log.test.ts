import { expect, it } from 'vitest';
import { enableWriteAheadLog } from '../../../adapters/sqlite/write-ahead-log.ts';

const LOG = 'PRAGMA journal_mode = WAL';
const WAIT = 'BEGIN EXCLUSIVE; COMMIT';

/** A file that refuses the log so many times. Returns what it was asked. */
function enableOn(refusals: number): string[] {
  const asked: string[] = [];
  let left = refusals;
  const exec = (sql: string) => {
    asked.push(sql);
    if (sql !== LOG) return;
    left -= 1;
    if (left >= 0) throw new Error(`refused, ${left} left`);
  };
  enableWriteAheadLog({ exec });
  return asked;
}

it('waits for the lock of another process after each refusal', () => {
  expect(enableOn(0)).toEqual([LOG]);
  expect(enableOn(2)).toEqual([LOG, WAIT, LOG, WAIT, LOG]);
});

it('gives up with the last error after 20 retries', () => {
  expect(enableOn(20)).toHaveLength(41);
  expect(() => enableOn(21)).toThrow('refused, 0 left');
  expect(() => enableOn(25)).toThrow('refused, 4 left');
});
