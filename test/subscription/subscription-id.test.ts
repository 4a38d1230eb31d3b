import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSubscriptionId, isSubscriptionId } from '../../src/subscription/subscription-id.ts';

describe('an id', () => {
  it('is six letters and digits', () => {
    const picks = [0, 9, 25, 26, 35, 1];
    expect(createSubscriptionId((end) => Math.min(end - 1, picks.shift() ?? 0))).toBe('a9z09b');
  });

  it('is recognized by its form, for any random numbers', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (picks) => {
        const id = createSubscriptionId((end) => (picks.next().value ?? 0) % end);
        expect(id).toMatch(/^[a-z0-9]{6}$/u);
        expect(isSubscriptionId(id)).toBe(true);
      }),
    );
  });

  it.each(['sports', 'europe', 'euro24', 'wc2026', 'cop28x', '5gnews', 'covid1', 'a1b2c', 'a1b2c34', '台湾'])(
    'is not %s, as people write it behind a #',
    (word) => expect(isSubscriptionId(word)).toBe(false),
  );
});
