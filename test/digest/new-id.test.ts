import { expect, it } from 'vitest';
import { newId } from '../../src/digest/new-id.ts';

it('is six letters or digits', () => {
  const picks = [0, 25, 26, 35, 1, 9];
  expect(newId((end) => Math.min(end - 1, picks.shift() ?? 0))).toBe('az09bj');
});
