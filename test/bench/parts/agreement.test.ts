import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBorders } from '../../../bench/parts/agreement.ts';

describe('borders', () => {
  it('agree with themselves', () => {
    expect(compareBorders([4, 8], [4, 8], 12)).toEqual({ pk: 0, windowDiff: 0 });
  });

  it('disagree less where they are near than where they are missing', () => {
    const { pk: near } = compareBorders([5], [6], 10);
    const { pk: missing } = compareBorders([5], [], 10);
    expect(near).toBeGreaterThan(0);
    expect(near).toBeLessThan(missing);
  });

  it('are told apart by their number by WindowDiff alone', () => {
    expect(compareBorders([5], [5, 6], 20).windowDiff).toBeGreaterThan(compareBorders([5], [5, 6], 20).pk);
  });

  it('disagree between not at all and everywhere', () => {
    const borders = fc.uniqueArray(fc.integer({ min: 1, max: 29 }));
    fc.assert(
      fc.property(borders, borders, (known, given) => {
        const { pk, windowDiff } = compareBorders(known, given, 30);
        expect(pk).toBeGreaterThanOrEqual(0);
        expect(windowDiff).toBeGreaterThanOrEqual(pk);
        expect(windowDiff).toBeLessThanOrEqual(1);
      }),
    );
  });
});
