import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideRate } from '../../../src/messaging/rate-limits/rate-share.ts';

const divide = (total: number, ...wants: number[]) => [
  ...divideRate(
    total,
    wants.map((want, at) => ({ id: String(at), wants: want })),
  ).values(),
];

describe('a rate that is divided', () => {
  it.each([
    [[30], [30]],
    [[0], [1]],
    [
      [30, 0],
      [29, 1],
    ],
    [
      [30, 30],
      [15, 15],
    ],
    [
      [30, 5, 30],
      [12, 5, 13],
    ],
    [
      [4, 1, 0],
      [4, 1, 1],
    ],
  ])('gives %j of 30 to those who want as much: %j', (wants, shares) => {
    expect(divide(30, ...wants)).toEqual(shares);
  });

  it('is never exceeded, leaves nobody with nothing, and leaves nothing over that somebody wants', () => {
    const wanted = fc.array(fc.nat(60), { minLength: 1, maxLength: 20 });
    const property = fc.property(fc.integer({ min: 20, max: 60 }), wanted, (total, wants) => {
      const shares = divide(total, ...wants);
      const sum = shares.reduce((all, one) => all + one, 0);
      expect(sum).toBeLessThanOrEqual(total);
      expect(Math.min(...shares)).toBeGreaterThan(0);
      const isHungry = wants.some((want, at) => want > (shares[at] ?? 0));
      if (isHungry) expect(sum).toBe(total);
    });
    fc.assert(property);
  });
});
