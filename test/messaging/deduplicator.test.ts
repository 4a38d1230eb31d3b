import { expect, it } from 'vitest';
import { createDeduplicator } from '../../src/messaging/deduplicator.ts';

it('remembers the last two thousand ids', () => {
  const isNew = createDeduplicator<number>();
  expect([isNew(0), isNew(0), isNew(1)]).toEqual([true, false, true]);
  for (let id = 2; id <= 2000; id += 1) isNew(id);
  expect([isNew(1), isNew(0)]).toEqual([false, true]);
});
