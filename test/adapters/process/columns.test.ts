import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../adapters/process/columns.ts';

describe('the columns to write on', () => {
  it.each([
    [undefined, undefined],
    [0, undefined],
    [40, 40],
    [100, 100],
    [200, 100],
  ])('of a terminal of %s are %s', (columns, width) => {
    expect(columnsOf({ columns })).toBe(width);
  });
});
