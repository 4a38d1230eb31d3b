import { describe, expect, it } from 'vitest';
import { intervalOf } from '../../../bench/summaries/intervals.ts';
import { measureRouge } from '../../../bench/summaries/rouge.ts';

describe('ROUGE', () => {
  it('is one for the same words and nothing for none in common', () => {
    expect(measureRouge('The ice holds.', 'the ICE holds')).toEqual({ one: 1, two: 1, longest: 1 });
    expect(measureRouge('The ice holds.', 'nobody moved')).toEqual({ one: 0, two: 0, longest: 0 });
    expect(measureRouge('', '')).toEqual({ one: 0, two: 0, longest: 0 });
  });

  it('counts words and pairs as often as they occur, and the longest row of words in order', () => {
    // Worked by hand: 3 of 4 and 4 words are common, 1 of 3 and 3 pairs, and "police the gunman" is the longest row.
    const { one, two, longest } = measureRouge('police kill the gunman', 'police the gunman ran');
    expect(one).toBeCloseTo(6 / 8);
    expect(two).toBeCloseTo(2 / 6);
    expect(longest).toBeCloseTo(6 / 8);
    expect(measureRouge('a b', 'b a').longest).toBeCloseTo(1 / 2);
  });

  it('takes Chinese by character', () => {
    expect(measureRouge('冰路开放', '冰路关闭').one).toBeCloseTo(1 / 2);
  });
});

describe('a mean with its interval', () => {
  it('contains the mean, which is that of the group means', () => {
    const { mean, low, high } = intervalOf([
      [0, 1, 2],
      [3, 3, 3],
    ]);
    expect(mean).toBe(2);
    expect(low).toBeLessThan(2);
    expect(high).toBeGreaterThan(2);
  });

  it('is a point if all values are the same', () => {
    expect(intervalOf([[4, 4]])).toEqual({ mean: 4, low: 4, high: 4 });
  });
});
