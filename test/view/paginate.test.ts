import { describe, expect, it } from 'vitest';
import { paginate } from '../../src/view/paginate.ts';

describe('a page', () => {
  it.each([
    [0, 1, { pages: 1, previous: undefined, next: undefined }],
    [10, 1, { pages: 1, previous: undefined, next: undefined }],
    [11, 1, { pages: 2, previous: undefined, next: 2 }],
    [25, 2, { pages: 3, previous: 1, next: 3 }],
    [25, 9, { pages: 3, previous: 3, next: undefined }],
  ])('of %i entries, number %i, has the right neighbours', (total, page, expected) => {
    expect(paginate(total, page, 10)).toEqual(expected);
  });
});
