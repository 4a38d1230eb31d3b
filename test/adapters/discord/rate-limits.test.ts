import { describe, expect, it } from 'vitest';
import { pauseAfterInvalidRequests } from '../../../adapters/discord/rate-limits.ts';

function pausesAfter(count: number): number[] {
  const pauses: number[] = [];
  pauseAfterInvalidRequests(count, { pauseAll: (forMs) => void pauses.push(forMs) });
  return pauses;
}

describe('invalid requests', () => {
  it('pause nothing while they are few', () => {
    expect([0, 1, 999].map(pausesAfter)).toEqual([[], [], []]);
  });

  it('slow requests down to one a second', () => {
    expect([1000, 4999].map(pausesAfter)).toEqual([[1000], [1000]]);
  });

  it('stop all requests for as long as they count, at half of Discord’s limit', () => {
    expect([5000, 9999].map(pausesAfter)).toEqual([[600_000], [600_000]]);
  });
});
