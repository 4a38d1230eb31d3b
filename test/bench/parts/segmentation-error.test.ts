import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureSegmentation } from '../../../bench/parts/segmentation-error.ts';

describe('measureSegmentation', () => {
  it('finds no error in equal boundaries', () => {
    expect(measureSegmentation([4, 8], [4, 8], 12)).toEqual({ pk: 0, windowDiff: 0 });
  });

  it('penalises a near boundary less than a missing one', () => {
    const { pk: near } = measureSegmentation([5], [6], 10);
    const { pk: missing } = measureSegmentation([5], [], 10);
    expect(near).toBeGreaterThan(0);
    expect(near).toBeLessThan(missing);
  });

  it('penalises an additional boundary by WindowDiff only', () => {
    expect(measureSegmentation([5], [5, 6], 20).windowDiff).toBeGreaterThan(measureSegmentation([5], [5, 6], 20).pk);
  });

  it('stays between 0 and 1, with WindowDiff at least Pk', () => {
    const boundaries = fc.uniqueArray(fc.integer({ min: 1, max: 29 }));
    fc.assert(
      fc.property(boundaries, boundaries, (reference, hypothesis) => {
        const { pk, windowDiff } = measureSegmentation(reference, hypothesis, 30);
        expect(pk).toBeGreaterThanOrEqual(0);
        expect(windowDiff).toBeGreaterThanOrEqual(pk);
        expect(windowDiff).toBeLessThanOrEqual(1);
      }),
    );
  });
});
